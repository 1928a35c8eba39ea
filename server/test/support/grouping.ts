// What tests of rows that stand for several events do, as one line each.
import { dataOf, send } from './acts.ts';
import type { Answering } from './server.ts';

export interface Grouped {
  id: string;
  seq: number;
  changeSeq: number;
  type: string;
  title: string;
  message: string;
  isRead: boolean;
  archivedAt: string | null;
  createdAt: string;
  count: number;
  actor: { name: string } | null;
  actors: { actorId: string | null; name: string }[];
  actorCount: number;
  subject: { subjectId: string } | null;
  data: object;
}

const GROUPED = `id seq changeSeq type title message isRead archivedAt createdAt count actor { name }
  actors { actorId name } actorCount subject { subjectId } data`;

/** All that a reader has, newest first, the archive too. */
export async function groupedOf(server: Answering, token: string): Promise<Grouped[]> {
  const { notifications } = await dataOf(
    server.ask<{ notifications: { edges: { node: Grouped }[] } }>(
      `{ notifications(first: 100, filter: { state: ALL }) { edges { node { ${GROUPED} } } } }`,
      {},
      token,
    ),
  );
  return notifications.edges.map(({ node }) => node);
}

export const subject = (id: string) => ({ type: 'post', id, label: `Post ${id}` });

/** Somebody has commented. Gives the id of the row that tells it. */
export const comment = (server: Answering, recipientId: string, more: object = {}) =>
  send(server, recipientId, { type: 'commented', subject: subject('7'), groupKey: '7', ...more });

/** As if the window of all rows of one user had ended. */
export const endWindows = (
  server: { sql(text: string, values?: unknown[]): Promise<unknown> },
  userId: string,
) =>
  server.sql(
    `with i as materialized (select user_id from inbox where user_id = $1 for update)
     update notifications n set grows_until = now() - interval '1 s' from i where n.user_id = i.user_id`,
    [userId],
  );
