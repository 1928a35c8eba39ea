// What people and services do in most tests, as one line each.
import type { Answering } from './server.ts';
import { subscribe, type Stream } from './socket.ts';
import { candidate, instructor, service } from './token.ts';
import { until } from './until.ts';

export interface Counts {
  seq: number;
  unread: number;
  unseen: number;
}

export interface OfCategory {
  category: string;
  unread: number;
  isRest: boolean;
}

export interface Listed {
  id: string;
  seq: number;
  changeSeq: number;
  type: string;
  title: string;
  message: string;
  url: string | null;
  isRead: boolean;
  archivedAt: string | null;
}

export const COUNTS = 'counts { seq unread unseen }';
/** The same with those of each category. */
export const ALL_COUNTS = 'counts { seq unread unseen categories { category unread isRest } }';
export const NOTIFICATION = 'id seq changeSeq type title message url isRead archivedAt';

/** The data of an answer that must not have errors. */
export async function dataOf<Data>(asking: Promise<{ data: Data; errors: unknown }>): Promise<Data> {
  const { data, errors } = await asking;
  if (errors) throw new Error(`Refused: ${JSON.stringify(errors)}`);
  return data;
}

export async function send(server: Answering, recipientId: string, more: object = {}): Promise<string> {
  const input = { recipientId, type: 'graded', title: 'Graded', message: 'See the mark.', ...more };
  const { createNotification } = await dataOf(
    server.ask<{ createNotification: { notification: { id: string } } }>(
      `mutation ($input: CreateNotificationInput!) {
        createNotification(input: $input) { created notification { id seq createdAt } }
      }`,
      { input },
      service(),
    ),
  );
  return createNotification.notification.id;
}

/** One after the other, titled No. 1, No. 2 … Gives their ids. */
export async function sendMany(
  server: Answering,
  recipientId: string,
  count: number,
  more: object = {},
): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 1; index <= count; index++)
    ids.push(await send(server, recipientId, { title: `No. ${index}`, ...more }));
  return ids;
}

export async function countsOf(server: Answering, token: string): Promise<Counts> {
  const { inbox } = await dataOf(
    server.ask<{ inbox: { counts: Counts } }>(`{ inbox { ${COUNTS} } }`, {}, token),
  );
  return inbox.counts;
}

/** How many are unread of each category, by its name; `rest` in the place of one for those beyond. */
export async function categoriesOf(server: Answering, token: string): Promise<[string, number][]> {
  const { inbox } = await dataOf(
    server.ask<{ inbox: { counts: { categories: OfCategory[] } } }>(`{ inbox { ${ALL_COUNTS} } }`, {}, token),
  );
  return inbox.counts.categories.map(({ category, unread, isRest }) => [isRest ? 'rest' : category, unread]);
}

export async function listOf(server: Answering, token: string, filter: object = {}): Promise<Listed[]> {
  const { notifications } = await dataOf(
    server.ask<{ notifications: { edges: { node: Listed }[] } }>(
      `query ($filter: NotificationFilter) {
        notifications(first: 100, filter: $filter) { edges { node { ${NOTIFICATION} } } }
      }`,
      { filter },
      token,
    ),
  );
  return notifications.edges.map(({ node }) => node);
}

const MARK = (as: string) => `mutation ($id: ID!) {
  ${as}(id: $id) { notification { ${NOTIFICATION} readAt } inbox { ${COUNTS} } }
}`;

export const markRead = (server: Answering, token: string, id: string) =>
  server.ask(MARK('markAsRead'), { id }, token);
export const markUnread = (server: Answering, token: string, id: string) =>
  server.ask(MARK('markAsUnread'), { id }, token);

export const markAllRead = (server: Answering, token: string, variables: object = {}) =>
  server.ask<{ markAllAsRead: { affectedCount: number; inbox: { counts: Counts } } }>(
    `mutation ($upToSeq: Int, $filter: NotificationFilter) {
      markAllAsRead(upToSeq: $upToSeq, filter: $filter) { affectedCount inbox { ${COUNTS} } }
    }`,
    variables,
    token,
  );

export const actOnAll = (server: Answering, token: string, variables: object) =>
  server.ask<{ actOnAll: { affectedCount: number; inbox: { counts: Counts } } }>(
    `mutation ($act: InboxAct!, $upToSeq: Int!, $filter: NotificationFilter) {
      actOnAll(act: $act, upToSeq: $upToSeq, filter: $filter) { affectedCount inbox { ${COUNTS} } }
    }`,
    variables,
    token,
  );

export const markAllSeen = (server: Answering, token: string, upToSeq: number) =>
  server.ask(
    `mutation ($upToSeq: Int!) { markAllAsSeen(upToSeq: $upToSeq) { inbox { ${COUNTS} } } }`,
    { upToSeq },
    token,
  );

/** A candidate's application to an instructor, who is made known first. Gives its id. */
export async function submit(
  server: Answering,
  from: string,
  to: string,
  title = 'Rust in practice',
): Promise<string> {
  await dataOf(server.ask('{ viewer { id } }', {}, instructor(to)));
  const { submitApplication } = await dataOf(
    server.ask<{ submitApplication: { application: { id: string } } }>(
      `mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) { application { id } } }`,
      { input: { title, instructorId: to } },
      candidate(from),
    ),
  );
  return submitApplication.application.id;
}

/** An instructor's yes or no. Gives the whole answer. */
export const decide = (server: Answering, token: string, id: string, as: 'approve' | 'reject' = 'approve') =>
  server.ask(
    `mutation ($id: ID!) { ${as}Application(id: $id, reason: "Because") { application { status } } }`,
    { id },
    token,
  );

/** A reader who has the page of an application before them. Gives the whole answer. */
export const openApplication = (server: Answering, token: string, id: string) =>
  server.ask<{ openSubject: { affectedCount: number; inbox: { counts: Counts } } }>(
    `mutation ($subject: SubjectRef!) { openSubject(subject: $subject) { affectedCount inbox { ${COUNTS} } } }`,
    { subject: { type: 'application', id } },
    token,
  );

export interface Delta {
  epoch: string;
  fromSeq: number;
  toSeq: number;
  upserted: Listed[];
  removedIds: string[];
  counts: Counts & { categories: OfCategory[] };
  hasMore: boolean;
  resync: boolean;
}

export const DELTA = `epoch fromSeq toSeq upserted { ${NOTIFICATION} } removedIds ${ALL_COUNTS} hasMore resync`;

/** Follows an inbox; the first delta is there already. */
export async function follow(
  server: Pick<Answering, 'url'>,
  token: string,
  place: { afterSeq?: number; epoch?: string } = {},
): Promise<Stream<{ inboxChanges: Delta }>> {
  const stream = await subscribe<{ inboxChanges: Delta }>(
    server.url,
    token,
    `subscription ($afterSeq: Int, $epoch: String) { inboxChanges(afterSeq: $afterSeq, epoch: $epoch) { ${DELTA} } }`,
    place,
  );
  await until(() => stream.events.length > 0 || stream.errors.length > 0);
  return stream;
}

/** Listens for new notifications. Nothing says when that has begun, so it rings until it hears, and starts afresh. */
export async function listen(
  server: Answering,
  sub: string,
  url = server.url,
): Promise<Stream<{ notificationAdded: Listed }>> {
  const stream = await subscribe<{ notificationAdded: Listed }>(
    url,
    candidate(sub),
    `subscription { notificationAdded { ${NOTIFICATION} } }`,
  );
  await until(async () => {
    await send(server, sub, { title: 'Is anybody there?' });
    return stream.events.length > 0;
  });
  const last = await send(server, sub, { title: 'Good' });
  await until(() => stream.events.some(({ notificationAdded }) => notificationAdded.id === last));
  stream.events.length = 0;
  return stream;
}
