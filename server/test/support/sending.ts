import type { Answer } from './client.ts';
import type { TestServer } from './server.ts';
import { service } from './token.ts';

const MESSAGE = { type: 'graded', title: 'Graded', message: 'See the mark.' };
const CREATE = `mutation ($input: CreateNotificationInput!) {
  createNotification(input: $input) { created notification { id seq createdAt } }
}`;
const CREATE_MANY = `mutation ($input: CreateNotificationsInput!) { createNotifications(input: $input) { createdCount } }`;

interface Created {
  createNotification: { created: boolean; notification: { id: string; seq: number; createdAt: string } };
}

interface CreatedMany {
  createNotifications: { createdCount: number };
}

/** Sends with all answers kept, also refusals. */
export const sendingTo = (server: () => TestServer) => ({
  create: (input: object, token = service()): Promise<Answer<Created>> =>
    server().ask(CREATE, { input: { ...MESSAGE, ...input } }, token),

  createMany: (input: object, token = service()): Promise<Answer<CreatedMany>> =>
    server().ask(CREATE_MANY, { input: { ...MESSAGE, ...input } }, token),

  /** Everything that a send could have left behind. */
  traces: async (): Promise<Record<string, unknown>> => {
    const [row] = await server().sql(`select
      (select count(*) from notifications)::int as notifications, (select count(*) from users)::int as users,
      (select count(*) from idempotency_keys)::int as keys, (select count(*) from bulk_sends)::int as bulks,
      (select coalesce(sum(seq), 0) from inbox)::int as seqs`);
    return row!;
  },
});
