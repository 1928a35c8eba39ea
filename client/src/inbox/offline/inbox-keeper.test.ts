import '../../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { sessionClient } from '../../../test/render.tsx';
import type { MyDevice } from '../../browser/my-device.ts';
import { InboxDocument, ViewerDocument } from '../../generated/inbox.ts';
import { InboxKeeper } from './inbox-keeper.ts';
import type { StoredInbox } from './kept-inbox.ts';

const MINUTE = 60_000;

let inbox: FakeInbox;
let kept: StoredInbox | undefined;
let isMine: boolean;
let stop: () => void;
let client: ReturnType<typeof sessionClient>;

beforeEach(() => {
  jest.useFakeTimers();
  inbox = new FakeInbox();
  kept = undefined;
  isMine = true;
});
afterEach(() => {
  stop();
  jest.useRealTimers();
});

/** A session on a device of the reader, for a minute. */
async function begin(): Promise<void> {
  client = sessionClient(inbox);
  const viewer = { __typename: 'User' as const, id: 'ann', name: 'Ann', role: 'CANDIDATE' as const };
  client.apollo.cache.writeQuery({ query: ViewerDocument, data: { viewer } });
  const device: MyDevice = {
    userId: 'ann',
    id: 'device',
    isMine: () => isMine,
    store: async () => ({
      read: async <T>() => kept as T | undefined,
      write: async (_, value) => {
        kept = value as StoredInbox;
        return true;
      },
      erase: async () => undefined,
      append: async () => true,
      list: async () => [],
      remove: async () => undefined,
    }),
  };
  stop = new InboxKeeper(client.apollo, device).start();
  await jest.advanceTimersByTimeAsync(MINUTE);
}

/** The session hears of it, as by the follower. */
async function hear(): Promise<void> {
  await client.apollo.query({ query: InboxDocument, fetchPolicy: 'network-only' });
  await jest.advanceTimersByTimeAsync(2 * MINUTE);
}

const titles = () => kept?.rows.map(({ title }) => title);

describe('the inbox that is kept', () => {
  it('is what stands there, and follows what changes', async () => {
    const [first, second] = [inbox.add({ title: 'First' }), inbox.add({ title: 'Second' })];
    inbox.add({ title: 'Third' });
    await begin();
    expect(titles()).toEqual(['Third', 'Second', 'First']);
    inbox.change(first.id, { archivedAt: new Date().toISOString() });
    inbox.remove(second.id);
    inbox.add({ title: 'Fourth' });
    await hear();
    expect(titles()).toEqual(['Fourth', 'Third']);
    expect(kept!.inbox.counts.seq).toBe(inbox.seq);
    expect(inbox.operations('Notifications')).toHaveLength(1);
  });

  it('goes on from where it was in another session, and begins anew where the server cannot tell', async () => {
    inbox.add({ title: 'First' });
    await begin();
    stop();
    inbox.add({ title: 'Second' });
    await begin();
    expect(titles()).toEqual(['Second', 'First']);
    expect(inbox.operations('Notifications')).toHaveLength(1);
    stop();
    inbox.epoch = 'second';
    await begin();
    expect(titles()).toEqual(['Second', 'First']);
    expect(kept!.inbox.counts.epoch).toBe('second');
    expect(inbox.operations('Notifications')).toHaveLength(2);
  });

  it('is 500 at most, and knows how the server goes on', async () => {
    for (let index = 1; index <= 450; index++) inbox.add({ title: `No. ${index}` });
    await begin();
    expect([titles()!.length, titles()![0], kept!.end.hasMore]).toEqual([400, 'No. 450', true]);
    // Below what is kept: no row may stand there with others missing above it.
    inbox.change(inbox.rows.at(-1)!.id, { readAt: new Date().toISOString() });
    await hear();
    expect([titles()!.length, titles()!.at(-1)]).toEqual([400, 'No. 51']);
    for (let index = 451; index <= 600; index++) inbox.add({ title: `No. ${index}` });
    await hear();
    expect([titles()!.length, titles()![0], titles()!.at(-1)]).toEqual([400, 'No. 600', 'No. 201']);
  });

  it('stays as it was where the device is no longer the reader’s', async () => {
    inbox.add({ title: 'First' });
    isMine = false;
    await begin();
    expect(kept).toBeUndefined();
  });
});
