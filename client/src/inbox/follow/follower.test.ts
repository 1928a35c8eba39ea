import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { sessionClient } from '../../../test/render.tsx';
import type { SessionClient } from '../../apollo/client.ts';
import { MarkAsReadDocument } from '../../generated/acts.ts';
import { InboxDocument, NotificationsDocument } from '../../generated/inbox.ts';
import { InboxFollower, type InboxChange } from './follower.ts';
import { inboxFilters, PAGE_SIZE, type InboxView } from '../lists/filter.ts';

let inbox: FakeInbox;
let client: SessionClient;
let changes: InboxChange[];
let stop: () => void;

const page = (view: InboxView, after?: string) => ({
  query: NotificationsDocument,
  variables: { first: PAGE_SIZE, filter: inboxFilters[view], ...(after && { after }) },
});
const load = (view: InboxView = 'all', after?: string) =>
  client.apollo.query({ ...page(view, after), fetchPolicy: 'network-only' });
const listed = (view: InboxView = 'all') =>
  client.apollo.cache.readQuery(page(view))?.notifications.edges.map(({ node }) => node.id);
const counts = () => client.apollo.cache.readQuery({ query: InboxDocument })?.inbox.counts;
const arrivals = () =>
  changes.flatMap(({ arrived, replayed }) => arrived.map(({ id }) => (replayed ? `~${id}` : id)));

async function goLive() {
  stop = new InboxFollower(client, (change) => changes.push(change)).start();
  await waitFor(() => expect(client.connection.get()).toBe('live'));
}

beforeEach(() => {
  inbox = new FakeInbox();
  client = sessionClient(inbox);
  changes = [];
  inbox.add();
  inbox.add();
});
afterEach(() => stop());

describe('following the inbox', () => {
  it('puts what arrives on top, tells of it once, and takes the count from the server', async () => {
    await load();
    await goLive();
    inbox.add();
    await waitFor(() => expect(listed()).toEqual(['n3', 'n2', 'n1']));
    expect(counts()).toMatchObject({ unread: 3, seq: 3 });
    expect(arrivals()).toEqual(['n3']);
  });

  it('shows what was read, unread or archived elsewhere, in the lists that it concerns', async () => {
    await load();
    await load('unread');
    await load('read');
    await goLive();
    inbox.change('n1', { readAt: '2026-01-01T00:00:00.000Z' });
    await waitFor(() => expect(listed('read')).toEqual(['n1']));
    // It stays in the unread list while the reader may be looking at it.
    expect(listed('unread')).toEqual(['n2', 'n1']);
    inbox.change('n2', { archivedAt: '2026-01-01T00:00:00.000Z' });
    await waitFor(() => expect(listed()).toEqual(['n1']));
    expect(listed('unread')).toEqual(['n1']);
    expect(changes.at(-1)?.settledIds).toEqual(['n2']);
    expect(counts()).toMatchObject({ unread: 0 });
  });

  it('forgets what was removed', async () => {
    await load();
    await goLive();
    inbox.remove('n1');
    await waitFor(() => expect(listed()).toEqual(['n2']));
    expect(client.apollo.cache.extract()).not.toHaveProperty(['Notification:n1']);
  });

  it('moves what was archived elsewhere to the archive, and back to its place', async () => {
    inbox.add();
    await load();
    await load('archived');
    await goLive();
    inbox.change('n2', { archivedAt: '2026-01-01T00:00:00.000Z' });
    await waitFor(() => expect(listed()).toEqual(['n3', 'n1']));
    expect(listed('archived')).toEqual(['n2']);
    inbox.change('n2', { archivedAt: null });
    await waitFor(() => expect(listed()).toEqual(['n3', 'n2', 'n1']));
    expect(listed('archived')).toEqual([]);
    // Back is not new: no bell rings for it.
    expect(arrivals()).toEqual([]);
  });

  it('keeps a list in order and without holes when its last rows were removed', async () => {
    for (let i = 0; i < PAGE_SIZE; i++) inbox.add();
    await load();
    await goLive();
    inbox.remove('n3');
    await waitFor(() => expect(listed()).toHaveLength(PAGE_SIZE - 1));
    // Below what is loaded: it belongs to a page still to come, though the row that ended this one is gone.
    inbox.change('n1', { title: 'Changed far down' });
    await waitFor(() => expect(counts()?.seq).toBe(inbox.seq));
    expect(listed()).not.toContain('n1');
  });

  it('leaves a row of a page that is not loaded yet to that page', async () => {
    for (let i = 0; i < PAGE_SIZE; i++) inbox.add();
    await load();
    await goLive();
    inbox.change('n1', { title: 'Changed far down' });
    await waitFor(() => expect(counts()?.seq).toBe(inbox.seq));
    expect(listed()).toHaveLength(PAGE_SIZE);
    expect(listed()).not.toContain('n1');
  });
});

describe('after a lost connection', () => {
  it('goes on from the last applied seq, and does not ring for what it missed', async () => {
    await load();
    await goLive();
    inbox.add();
    await waitFor(() => expect(listed()).toContain('n3'));
    inbox.cutSockets();
    inbox.add();
    inbox.add();
    await waitFor(() => expect(client.connection.get()).toBe('connecting'));
    await waitFor(() => expect(listed()).toEqual(['n5', 'n4', 'n3', 'n2', 'n1']), { timeout: 3_000 });
    expect(inbox.operations('InboxChanges').map(({ afterSeq }) => afterSeq)).toEqual([2, 3]);
    expect(arrivals()).toEqual(['n3', '~n5', '~n4']);
  });

  it('reads its pages anew when the server asks for it, and goes on in the new epoch', async () => {
    await load();
    await goLive();
    inbox.epoch = 'second';
    inbox.rows = [];
    inbox.seq = 0;
    inbox.add({ id: 'other' });
    inbox.cutSockets();
    await waitFor(() => expect(listed()).toEqual(['other']), { timeout: 3_000 });
    await waitFor(() => expect(client.connection.get()).toBe('live'), { timeout: 3_000 });
    expect(counts()).toMatchObject({ epoch: 'second', unread: 1 });
    inbox.add({ id: 'next' });
    await waitFor(() => expect(listed()).toEqual(['next', 'other']));
  });
});

describe('pages that are older than what was applied', () => {
  it('are repaired: a late page neither unreads a row nor loses one', async () => {
    await load();
    await goLive();
    const deliver = inbox.hold('Notifications');
    const late = load();
    await waitFor(() => expect(inbox.operations('Notifications')).toHaveLength(2));
    inbox.change('n1', { readAt: '2026-01-01T00:00:00.000Z' });
    inbox.add();
    await waitFor(() => expect(counts()).toMatchObject({ unread: 2, seq: 4 }));
    deliver();
    await late;
    await waitFor(() => expect(inbox.operations('MissedChanges')).toHaveLength(1));
    await waitFor(() => expect(listed()).toEqual(['n4', 'n2', 'n1']));
    const rows = client.apollo.cache.readQuery(page('all'))?.notifications.edges;
    expect(rows?.find(({ node }) => node.id === 'n1')?.node.isRead).toBe(true);
    expect(counts()).toMatchObject({ unread: 2, seq: 4 });
    expect(arrivals()).toEqual(['n4']);
  });

  it('are repaired also when they come as the answer to a marking', async () => {
    await load();
    await goLive();
    const deliver = inbox.hold('MarkAsRead');
    const marking = client.apollo.mutate({ mutation: MarkAsReadDocument, variables: { id: 'n1' } });
    await waitFor(() => expect(counts()).toMatchObject({ unread: 1 }));
    inbox.change('n1', { readAt: null });
    await waitFor(() => expect(counts()).toMatchObject({ unread: 2 }));
    deliver();
    await marking;
    await waitFor(() => expect(inbox.operations('MissedChanges')).toHaveLength(1));
    const isRead = () =>
      client.apollo.cache.readQuery(page('all'))?.notifications.edges.find(({ node }) => node.id === 'n1')
        ?.node.isRead;
    await waitFor(() => expect(isRead()).toBe(false));
  });

  it('count from where the oldest was read when following begins', async () => {
    await load();
    inbox.add();
    await new Promise((resolve) => setTimeout(resolve));
    await goLive();
    await waitFor(() => expect(listed()).toEqual(['n3', 'n2', 'n1']));
  });
});
