import { defineEntity, p } from '@mikro-orm/postgresql';

/** The row of `webhook_messages`: one that was sent, is being sent, or could not be. */
export const WebhookMessageEntity = defineEntity({
  name: 'WebhookMessage',
  tableName: 'webhook_messages',
  properties: {
    id: p.uuid().primary(),
    webhookId: p.uuid(),
    event: p.text(),
    state: p.text(),
    attempts: p.integer(),
    answer: p.text().nullable(),
    createdAt: p.datetime(3),
  },
});
