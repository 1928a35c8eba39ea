import type { GaugeOf } from '../platform/feature.ts';
import type { Database } from '../platform/postgres/database.ts';

/** What an operator has to hear of: e-mails that nobody could send. */
export const deadEmails = (database: Database): GaugeOf => ({
  name: 'dead_emails',
  help: 'E-mails that could not be sent and are not tried again by themselves.',
  read: () =>
    database.lookAtNumber(
      `select count(*) as value from messages where channel = 'EMAIL' and state = 'DEAD'`,
    ),
});
