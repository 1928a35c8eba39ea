import { describe, expect, it } from '@jest/globals';
import { createCache } from '../apollo/cache.ts';
import { NotificationsDocument } from '../generated/inbox.ts';
import { applyDelta, arrivalsOf, type InboxDelta } from './delta.ts';

function row(id: string, change: Record<string, unknown> = {}) {
  return {
    __typename: 'Notification',
    id,
    seq: 1,
    changeSeq: 1,
    type: 'system',
    category: 'general',
    title: id,
    message: '',
    url: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    readAt: null,
    isRead: false,
    archivedAt: null,
    snoozedUntil: null,
    isPinned: false,
    settledAt: null,
    editedAt: null,
    retractedAt: null,
    isEscalated: false,
    ring: 'RANG' as const,
    severity: 'NORMAL' as const,
    imageUrl: null,
    subject: null,
    actor: null,
    count: 1,
    actors: [],
    actorCount: 0,
    actions: [],
    outcome: null,
    application: null,
    ...change,
  };
}

function delta(upserted: ReturnType<typeof row>[], fromSeq = 0, toSeq = 9): InboxDelta {
  const counts = { __typename: 'InboxCounts', epoch: 'a', seq: toSeq, unread: 1, unseen: 1, categories: [] };
  return { epoch: 'a', fromSeq, toSeq, upserted, removedIds: [], counts, hasMore: false, resync: false };
}

function cacheWithList(...rows: ReturnType<typeof row>[]) {
  const cache = createCache();
  const notifications = {
    __typename: 'NotificationConnection',
    edges: rows.map((node) => ({ __typename: 'NotificationEdge', node })),
    pageInfo: {
      __typename: 'PageInfo',
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    },
    inbox: {
      __typename: 'Inbox',
      id: 'inbox',
      counts: { __typename: 'InboxCounts', epoch: 'a', seq: 1, unread: 0, unseen: 0, categories: [] },
    },
  };
  cache.writeQuery({ query: NotificationsDocument, data: { notifications } });
  const nodes = () =>
    cache.readQuery({ query: NotificationsDocument })?.notifications.edges.map(({ node }) => node) ?? [];
  return { cache, nodes };
}

describe('applying a delta', () => {
  it('twice does no harm', () => {
    const { cache, nodes } = cacheWithList(row('a'));
    const news = delta([row('b', { seq: 2, changeSeq: 2 })]);
    applyDelta(cache, news);
    applyDelta(cache, news);
    expect(nodes().map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('moves a row that came to the top again', () => {
    const { cache, nodes } = cacheWithList(row('b', { seq: 2, changeSeq: 2 }), row('a'));
    applyDelta(cache, delta([row('a', { seq: 3, changeSeq: 3 })]));
    expect(nodes().map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('does not undo a newer state of a row', () => {
    const { cache, nodes } = cacheWithList(
      row('a', { changeSeq: 7, isRead: true, readAt: '2026-01-01T00:00:00.000Z' }),
    );
    applyDelta(cache, delta([row('a', { changeSeq: 5 })]));
    expect(nodes()[0]).toMatchObject({ isRead: true, changeSeq: 7 });
  });

  it('knows arrivals from rows that only changed', () => {
    const rows = [row('old', { seq: 2, changeSeq: 9 }), row('new', { seq: 8, changeSeq: 8 })];
    const read = row('read', { seq: 9, changeSeq: 9, isRead: true });
    expect(arrivalsOf(delta([...rows, read], 5) as never, 5).map(({ id }) => id)).toEqual(['new']);
  });
});
