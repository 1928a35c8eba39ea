import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { renderHook, waitFor } from '@testing-library/react';
import { ApolloProvider } from '@apollo/client/react';
import { createElement, type ReactNode } from 'react';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { sessionClient } from '../../../test/render.tsx';
import type { SessionClient } from '../../apollo/client.ts';
import { InboxFollower } from '../follow/follower.ts';
import { useNotifications } from '../use-notifications.ts';
import { useNotificationQuery } from '../../generated/inbox.ts';
import { MOST_HELD } from './bounds.ts';
import { useReading } from './use-reading.ts';
import { inboxFilters } from './filter.ts';

let inbox: FakeInbox;
let client: SessionClient;

beforeEach(() => {
  inbox = new FakeInbox();
  client = sessionClient(inbox);
});

const within_ = ({ children }: { children: ReactNode }) =>
  createElement(ApolloProvider, { client: client.apollo, children });
const held = () =>
  Object.keys(client.apollo.cache.extract() as object).filter((key) => key.startsWith('Notification:'));

async function follow() {
  const stop = new InboxFollower(client, () => undefined).start();
  await waitFor(() => expect(client.connection.get()).toBe('live'));
  return stop;
}

async function arrive(count: number) {
  for (let index = 0; index < count; index++) inbox.add();
  const { seq } = inbox;
  await waitFor(() => expect(held()).toContain(`Notification:n${seq}`));
}

describe('what a session holds of a list', () => {
  it('is its newest, however many come', async () => {
    const stop = await follow();
    const { result } = renderHook(() => useNotifications(), { wrapper: within_ });
    await waitFor(() => expect(result.current.loading).toBe(false));
    for (let turn = 0; turn < 10; turn++) {
      await arrive(150);
      expect(held().length).toBeLessThanOrEqual(MOST_HELD + 150 + 100);
    }
    const shown = result.current.notifications;
    expect(shown.length).toBeLessThanOrEqual(MOST_HELD + 100);
    expect(shown[0]!.seq).toBe(inbox.seq);
    expect(result.current.hasMore).toBe(true);
    stop();
  });

  it('goes on below them when somebody reads on, without a gap and without a repeat', async () => {
    const stop = await follow();
    const { result } = renderHook(() => useNotifications(), { wrapper: within_ });
    await waitFor(() => expect(result.current.loading).toBe(false));
    await arrive(900);
    await waitFor(() => expect(result.current.notifications).toHaveLength(MOST_HELD));
    expect(await result.current.loadMore()).toBe(true);
    await waitFor(() => expect(result.current.notifications).toHaveLength(MOST_HELD + 100));
    const seqs = result.current.notifications.map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => inbox.seq - index));
    stop();
  });

  it('is all of it while somebody reads it', async () => {
    const stop = await follow();
    const reading = renderHook(
      () => {
        useReading(inboxFilters.all, true);
        return useNotifications();
      },
      { wrapper: within_ },
    );
    await waitFor(() => expect(reading.result.current.loading).toBe(false));
    await arrive(900);
    await waitFor(() => expect(reading.result.current.notifications).toHaveLength(900));
    reading.unmount();
    await arrive(1);
    await waitFor(() => expect(held()).toHaveLength(MOST_HELD));
    stop();
  });

  it('has the one whose page is open, and asks anew for one that it let go', async () => {
    for (let index = 0; index < 3; index++) inbox.add();
    const stop = await follow();
    renderHook(() => useNotifications(), { wrapper: within_ });
    const open = renderHook(
      () => useNotificationQuery({ variables: { id: 'n1' }, nextFetchPolicy: 'cache-only' }),
      { wrapper: within_ },
    );
    await waitFor(() => expect(open.result.current.data?.notification?.id).toBe('n1'));
    await arrive(900);
    await waitFor(() => expect(held().length).toBeLessThan(MOST_HELD + 5));
    expect(open.result.current.data?.notification?.title).toBe('Notification 1');
    expect(held()).not.toContain('Notification:n2');
    const again = renderHook(() => useNotificationQuery({ variables: { id: 'n2' } }), { wrapper: within_ });
    await waitFor(() => expect(again.result.current.data?.notification?.title).toBe('Notification 2'));
    stop();
  });
});
