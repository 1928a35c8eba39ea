import type { GaugeOf } from '../platform/feature.ts';
import type { Database } from '../platform/postgres/database.ts';

/** What an operator has to hear of: messages that no receiver took. */
export const deadWebhookMessages = (database: Database): GaugeOf => ({
  name: 'dead_webhook_messages',
  help: 'Messages to webhooks that could not be sent and are not tried again by themselves.',
  read: () => database.lookAtNumber(`select count(*) as value from webhook_messages where state = 'DEAD'`),
});
