// What readers put away, keep in view and take back in tests, as one line each.
import { dataOf, COUNTS, type Counts } from './acts.ts';
import type { Answering, TestServer } from './server.ts';

export interface Bulk {
  affectedCount: number;
  inbox: { counts: Counts };
  undoId: string | null;
}

const BULK = `{ affectedCount inbox { ${COUNTS} } undoId }`;

const THESE = {
  ARCHIVE: 'archiveNotifications',
  UNARCHIVE: 'unarchiveNotifications',
  DELETE: 'deleteNotifications',
  SNOOZE: 'snoozeNotifications',
  UNSNOOZE: 'unsnoozeNotifications',
  PIN: 'pinNotifications',
  UNPIN: 'unpinNotifications',
} as const;

export type ActUponThese = keyof typeof THESE;
export type ActName = ActUponThese | 'READ' | 'UNREAD';

export const inAnHour = (hours = 1): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Does it to these. Gives the whole answer; its data are under `done`. */
export const askToAct = (
  server: Answering,
  token: string,
  act: ActUponThese,
  { ids, until = inAnHour() }: { ids: readonly string[]; until?: string },
) => {
  const [declared, passed] = act === 'SNOOZE' ? [', $until: DateTime!', ', until: $until'] : ['', ''];
  return server.ask<{ done: Bulk }>(
    `mutation ($ids: [ID!]!${declared}) { done: ${THESE[act]}(ids: $ids${passed}) ${BULK} }`,
    act === 'SNOOZE' ? { ids, until } : { ids },
    token,
  );
};

/** The same where it must succeed; also for marks, which are one each. Gives by what it is undone. */
export async function act(
  server: Answering,
  token: string,
  name: ActName,
  ids: readonly string[],
  until?: string,
): Promise<Bulk> {
  if (name !== 'READ' && name !== 'UNREAD')
    return (await dataOf(askToAct(server, token, name, { ids, ...(until && { until }) }))).done;
  const field = name === 'READ' ? 'markAsRead' : 'markAsUnread';
  const { done } = await dataOf(
    server.ask<{ done: Omit<Bulk, 'affectedCount'> }>(
      `mutation ($id: ID!) { done: ${field}(id: $id) { inbox { ${COUNTS} } undoId } }`,
      { id: ids[0] },
      token,
    ),
  );
  return { ...done, affectedCount: done.undoId ? 1 : 0 };
}

/** To all that a filter lets through. Gives the whole answer. */
export const askToActOnAll = (server: Answering, token: string, variables: object) =>
  server.ask<{ done: Bulk }>(
    `mutation ($act: InboxAct!, $upToSeq: Int!, $filter: NotificationFilter, $until: DateTime) {
      done: actOnAll(act: $act, upToSeq: $upToSeq, filter: $filter, until: $until) ${BULK}
    }`,
    variables,
    token,
  );

export const askToUndo = (server: Answering, token: string, id: string | null) =>
  server.ask<{ done: Bulk }>(`mutation ($id: ID!) { done: undo(id: $id) ${BULK} }`, { id }, token);

export const undo = async (server: Answering, token: string, id: string | null): Promise<Bulk> =>
  (await dataOf(askToUndo(server, token, id))).done;

export async function recentActs(server: Answering, token: string) {
  const answer = await dataOf(
    server.ask<{ recentActs: { id: string; act: string; affectedCount: number; at: string }[] }>(
      '{ recentActs { id act affectedCount at } }',
      {},
      token,
    ),
  );
  return answer.recentActs;
}

/** As if the time until which these are snoozed had come; they come back at the next sweep. */
export const endSnoozes = (server: Pick<TestServer, 'sql'>, ids: readonly string[]) =>
  server.sql(
    `update notifications set snoozed_until = now() - interval '1 s'
     where id = any($1::uuid[]) and snoozed_until is not null`,
    [ids],
  );

/** All that an act may change or must not, of all rows of an inbox that are not deleted. */
export const statesOf = (server: Pick<TestServer, 'sql'>, userId: string) =>
  server.sql<{ id: string } & Record<string, unknown>>(
    `select id, seq, title, read_at, archived_at, snoozed_until, pinned_at, settled_at, actions, outcome
     from notifications where user_id = $1 order by seq`,
    [userId],
  );

/** The stored counters beside what they count. */
export async function factsOf(server: Pick<TestServer, 'sql'>, userId: string) {
  const [facts] = await server.sql<Record<'unread' | 'unseen' | 'trueUnread' | 'trueUnseen', number>>(
    `select i.unread, i.unseen, count(n.id)::int as "trueUnread",
       count(n.id) filter (where n.seq > i.seen_seq)::int as "trueUnseen"
     from inbox i left join all_notifications n on n.user_id = i.user_id and n.read_at is null
       and n.archived_at is null and n.snoozed_until is null and n.deleted_at is null
     where i.user_id = $1 group by i.user_id`,
    [userId],
  );
  return facts!;
}
