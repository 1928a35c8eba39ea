import type { Call, Dialect, Heard, Voice } from './dialect.ts';
import { serviceToken, userToken } from './token.ts';

// The fields of the web client.
const ROW = `id seq changeSeq type category title message url createdAt readAt isRead archivedAt application { id }`;
const FOLLOW = `subscription InboxChanges($afterSeq: Int, $epoch: String) {
  inboxChanges(afterSeq: $afterSeq, epoch: $epoch) {
    epoch fromSeq toSeq upserted { ${ROW} } removedIds counts { epoch seq unread unseen } hasMore resync
  }
}`;
const CREATE = `mutation Create($input: CreateNotificationInput!) {
  createNotification(input: $input) { notification { id } created }
}`;
const CREATE_MANY = `mutation CreateMany($input: CreateNotificationsInput!) {
  createNotifications(input: $input) { createdCount }
}`;
const PAGE = `query Page($first: Int!, $after: String) {
  notifications(first: $first, after: $after) {
    edges { node { ${ROW} } } pageInfo { hasNextPage endCursor }
  }
}`;
const UNREAD = 'query Unread { unreadCount }';
const COUNTS = 'inbox { id counts { epoch seq unread unseen } }';
const MARK_ALL = `mutation MarkAll { markAllAsRead { affectedCount ${COUNTS} } }`;
const MARK = `mutation Mark($id: ID!) {
  markAsRead(id: $id) { notification { id changeSeq isRead readAt } ${COUNTS} }
}`;
const ARCHIVE = `mutation Archive($ids: [ID!]!) { archiveNotifications(ids: $ids) { affectedCount ${COUNTS} } }`;
const DELETE = `mutation Delete($ids: [ID!]!) { deleteNotifications(ids: $ids) { affectedCount ${COUNTS} } }`;

const content = {
  type: 'application_approved',
  message: 'Your application has been approved.',
  url: '/applications/1',
};

/** What a notification may carry besides. */
const details = {
  subject: { type: 'invoice', id: 'R-2026-0007', label: 'Invoice 7 of 2026', url: '/invoices/7' },
  actor: { id: 'iris', name: 'Iris Example', imageUrl: 'https://example.com/people/iris.png' },
  data: { amount: 1249.5, currency: 'EUR', dueInDays: 14, lines: [{ item: 'Course', pieces: 1 }] },
  actions: [
    { id: 'approve', label: 'Approve', style: 'PRIMARY' },
    { id: 'reject', label: 'Reject', style: 'DANGER', asksForComment: true },
  ],
};

interface Delta {
  epoch: string;
  toSeq: number;
  upserted: { title: string }[];
  resync: boolean;
}

/** graphql-transport-ws by hand: what a client library costs is no part of the measurement. */
class CarillonVoice implements Voice {
  readonly path = '/graphql';
  readonly protocol = 'graphql-transport-ws';
  private readonly userId: string;
  private place: { afterSeq: number; epoch: string } | undefined;

  constructor(userId: string) {
    this.userId = userId;
  }

  greet(send: (text: string) => void): void {
    const authorization = `Bearer ${userToken(this.userId)}`;
    send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
  }

  hear(text: string, send: (text: string) => void): Heard {
    const message = JSON.parse(text) as { type: string; payload?: { data?: { inboxChanges: Delta } } };
    switch (message.type) {
      case 'next':
        return this.take(message.payload?.data?.inboxChanges, text);
      case 'connection_ack':
        send(
          JSON.stringify({
            id: '1',
            type: 'subscribe',
            payload: { query: FOLLOW, variables: this.place ?? {} },
          }),
        );
        return {};
      case 'ping':
        send('{"type":"pong"}');
        return {};
      case 'pong':
        return {};
      default:
        throw new Error(text);
    }
  }

  /** The first delta of a subscription comes at once, so any delta shows that it stands. */
  private take(delta: Delta | undefined, text: string): Heard {
    if (!delta || delta.resync) throw new Error(text);
    this.place = { afterSeq: delta.toSeq, epoch: delta.epoch };
    return { isReady: true, keys: delta.upserted.map(({ title }) => title) };
  }
}

const post = (token: string, query: string, variables: object = {}): Call => ({
  method: 'POST',
  path: '/graphql',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  body: JSON.stringify({ query, variables }),
});

interface PageAnswer {
  data: {
    notifications: {
      edges: { node: { id: string; title: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  };
}

export const carillonDialect: Dialect = {
  voice: (userId) => new CarillonVoice(userId),
  create: (recipientId, title, carries = false) =>
    post(serviceToken, CREATE, { input: { recipientId, title, ...content, ...(carries && details) } }),
  createMany: (recipientIds, title) =>
    post(serviceToken, CREATE_MANY, { input: { recipientIds, title, ...content } }),
  page: (userId, after, first) => post(userToken(userId), PAGE, { first, after }),
  readPage: (text) => {
    const { edges, pageInfo } = (JSON.parse(text) as PageAnswer).data.notifications;
    return {
      keys: edges.map(({ node }) => node.title),
      ids: edges.map(({ node }) => node.id),
      next: pageInfo.hasNextPage ? pageInfo.endCursor : undefined,
    };
  },
  countUnread: (userId) => post(userToken(userId), UNREAD),
  readUnread: (text) => (JSON.parse(text) as { data: { unreadCount: number } }).data.unreadCount,
  markAllRead: (userId) => post(userToken(userId), MARK_ALL),
  markRead: (userId, id) => post(userToken(userId), MARK, { id }),
  archive: (userId, ids) => post(userToken(userId), ARCHIVE, { ids }),
  delete: (userId, ids) => post(userToken(userId), DELETE, { ids }),
  // No text that is written here holds this word.
  isRefusal: (text) => text.includes('"errors"'),
  resumes: true,
};
