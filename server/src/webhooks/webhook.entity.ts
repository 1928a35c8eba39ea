import { defineEntity, p } from '@mikro-orm/postgresql';

/** The row of `webhooks`: where one sender wants to be told of what. */
export const WebhookEntity = defineEntity({
  name: 'Webhook',
  tableName: 'webhooks',
  properties: {
    id: p.uuid().primary(),
    /** Whose it is, as `senderOf` says. */
    service: p.text(),
    isAdmins: p.boolean(),
    url: p.text(),
    events: p.array(),
    /** The newest first. */
    secrets: p.array(),
    rotatedAt: p.datetime(3).nullable(),
    isEnabled: p.boolean().default(true),
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
});
