import { describe, expect, it } from '@jest/globals';
import { answeredPage, answeredRow, type FakeRow } from '../../test/fake-row.ts';
import { createCache } from '../apollo/cache.ts';
import { NotificationsDocument } from '../generated/inbox.ts';
import { applyDelta, arrivalsOf, type InboxDelta } from './delta.ts';

const row = (id: string, change: Partial<FakeRow> = {}) => answeredRow({ id, ...change });

function delta(upserted: ReturnType<typeof row>[], fromSeq = 0, toSeq = 9): InboxDelta {
  const counts = { __typename: 'InboxCounts', epoch: 'a', seq: toSeq, unread: 1, unseen: 1, categories: [] };
  return { epoch: 'a', fromSeq, toSeq, upserted, removedIds: [], counts, hasMore: false, resync: false };
}

function cacheWithList(...rows: ReturnType<typeof row>[]) {
  const cache = createCache();
  cache.writeQuery({ query: NotificationsDocument, data: { notifications: answeredPage(rows) } });
  const nodes = () =>
    cache.readQuery({ query: NotificationsDocument })?.notifications.edges.map(({ node }) => node) ?? [];
  return { cache, nodes };
}

describe('applying a delta', () => {
  it('twice does no harm', () => {
    const { cache, nodes } = cacheWithList(row('a'));
    const news = delta([row('b', { seq: 2 })]);
    applyDelta(cache, news);
    applyDelta(cache, news);
    expect(nodes().map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('moves a row that came to the top again', () => {
    const { cache, nodes } = cacheWithList(row('b', { seq: 2 }), row('a'));
    applyDelta(cache, delta([row('a', { seq: 3 })]));
    expect(nodes().map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('does not undo a newer state of a row', () => {
    const { cache, nodes } = cacheWithList(row('a', { changeSeq: 7, readAt: '2026-01-01T00:00:00.000Z' }));
    applyDelta(cache, delta([row('a', { changeSeq: 5 })]));
    expect(nodes()[0]).toMatchObject({ isRead: true, changeSeq: 7 });
  });

  it('knows arrivals from rows that only changed', () => {
    const rows = [row('old', { seq: 2, changeSeq: 9 }), row('new', { seq: 8 })];
    const read = row('read', { seq: 9, readAt: '2026-01-01T00:00:00.000Z' });
    expect(arrivalsOf(delta([...rows, read], 5) as never, 5).map(({ id }) => id)).toEqual(['new']);
  });
});
