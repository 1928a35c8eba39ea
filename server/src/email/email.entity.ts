import { defineEntity, p } from '@mikro-orm/postgresql';

/** The row of `messages`: one that was sent, is being sent, or could not be. */
export const EmailEntity = defineEntity({
  name: 'Email',
  tableName: 'messages',
  properties: {
    id: p.uuid().primary(),
    userId: p.text(),
    channel: p.text(),
    state: p.text(),
    attempts: p.integer(),
    answer: p.text().nullable(),
    createdAt: p.datetime(3),
    notificationCount: p
      .integer()
      .formula(({ id }) => `(select count(*)::int from deliveries d where d.message_id = ${id})`),
  },
});
