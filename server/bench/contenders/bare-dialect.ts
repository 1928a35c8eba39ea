import type { Dialect, Heard, Voice } from './dialect.ts';
import { serviceToken, userToken } from './token.ts';

const content = {
  type: 'application_approved',
  category: 'applications',
  message: 'Your application has been approved.',
  url: '/applications/1',
};

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const asUser = (userId: string) => bearer(userToken(userId));
const asService = { ...bearer(serviceToken), 'content-type': 'application/json' };

const voice = (userId: string): Voice => ({
  path: '/socket',
  headers: asUser(userId),
  greet: () => undefined,
  hear: (text): Heard => {
    const message = JSON.parse(text) as { isReady?: true; title?: string };
    return message.isReady ? { isReady: true } : { keys: [message.title!] };
  },
});

const only = (what: string) => (): never => {
  throw new Error(`The bare server never ${what}`);
};

export const bareDialect: Dialect = {
  voice,
  create: (userId, title) => ({
    method: 'POST',
    path: '/notifications',
    headers: asService,
    body: JSON.stringify({ userId, title, ...content }),
  }),
  createMany: (userIds, title) => ({
    method: 'POST',
    path: '/notifications/many',
    headers: asService,
    body: JSON.stringify({ userIds, title, ...content }),
  }),
  page: (userId, after, size) => ({
    method: 'GET',
    path: `/notifications?size=${size}${after === undefined ? '' : `&after=${after}`}`,
    headers: asUser(userId),
  }),
  readPage: (text) => {
    const { rows, next } = JSON.parse(text) as { rows: { id: string; title: string }[]; next: string | null };
    return {
      keys: rows.map(({ title }) => title),
      ids: rows.map(({ id }) => id),
      next: next ?? undefined,
    };
  },
  countUnread: (userId) => ({ method: 'GET', path: '/notifications/unread', headers: asUser(userId) }),
  readUnread: (text) => (JSON.parse(text) as { unread: number }).unread,
  markAllRead: (userId) => ({ method: 'POST', path: '/notifications/read', headers: asUser(userId) }),
  markRead: (userId, id) => ({
    method: 'POST',
    path: `/notifications/read?id=${id}`,
    headers: asUser(userId),
  }),
  archive: only('archives'),
  delete: only('deletes'),
  isRefusal: () => false,
  resumes: false,
};
