import type { GaugeOf } from '../platform/feature.ts';
import type { Database } from '../platform/postgres/database.ts';

/** What an operator has to hear of: what hosts have sent in SQL and nobody gets. */
export const intakeGauges = (database: Database): GaugeOf[] => [
  {
    name: 'waiting_intakes',
    help: 'Notifications that hosts have sent in SQL and no inbox has yet.',
    read: () => database.lookAtNumber('select count(*) as value from intake'),
  },
  {
    name: 'failed_intakes',
    help: 'Notifications that hosts have sent in SQL and that cannot be sent: see failedIntakes.',
    read: () => database.lookAtNumber('select count(*) as value from failed_intakes'),
  },
];
