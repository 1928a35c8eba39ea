import type { ApolloCache } from '@apollo/client';
import { print } from 'graphql';
import { KEPT_FOR, type MyDevice } from '../../browser/my-device.ts';
import { serverTime } from '../../browser/server-time.ts';
import {
  InboxDocument,
  InboxSummaryFragmentDoc,
  NotificationRowFragmentDoc,
  NotificationsDocument,
} from '../../generated/inbox.ts';
import type { InboxSummaryFragment, NotificationRowFragment, ViewerQuery } from '../../generated/graphql.ts';
import { inboxFilters, matchesFilter, PAGE_SIZE } from '../lists/filter.ts';

const NAME = 'inbox';

/** The top of an inbox as it was when the server was there last. */
export type StoredInbox = {
  /** What it and its rows have: a version of ours that asks for more cannot show them. */
  shape: string;
  at: number;
  viewer: ViewerQuery['viewer'];
  inbox: InboxSummaryFragment;
  /** Newest seq first. */
  rows: NotificationRowFragment[];
  /** Below the last of them, and how the server goes on from there. */
  end: { seq: number; cursor: string | null; hasMore: boolean };
};

export const shapeOfNow = (): string => print(NotificationRowFragmentDoc) + print(InboxSummaryFragmentDoc);

/** One that can be shown. */
export type KeptInbox = Pick<StoredInbox, 'viewer' | 'inbox'> & {
  /** Puts it where the lists are read from. */
  show: (cache: ApolloCache) => void;
};

/** Undefined where there is none that is theirs, of today's shape, and of these days. */
export async function storedInbox(device: MyDevice): Promise<StoredInbox | undefined> {
  const { userId } = device;
  const store = await device.store();
  const kept = await store.read<StoredInbox>(NAME);
  if (kept?.viewer.id !== userId || kept.shape !== shapeOfNow()) return undefined;
  if (kept.at > serverTime() - KEPT_FOR) return kept;
  await store.erase(NAME);
  return undefined;
}

export async function keptInbox(device: MyDevice): Promise<KeptInbox | undefined> {
  const stored = await storedInbox(device);
  return stored && { viewer: stored.viewer, inbox: stored.inbox, show: (cache) => show(cache, stored) };
}

export async function keepInbox(device: MyDevice, kept: StoredInbox): Promise<void> {
  const { isMine } = device;
  const store = await device.store();
  if (isMine()) await store.write(NAME, kept);
  // Signed out in another tab just then: it was cleared before this came.
  if (!isMine()) await store.erase(NAME);
}

function show(cache: ApolloCache, { inbox, rows, end }: StoredInbox): void {
  cache.writeQuery({ query: InboxDocument, data: { inbox } });
  for (const filter of [inboxFilters.all, inboxFilters.unread, inboxFilters.read]) {
    const notifications = {
      __typename: 'NotificationConnection',
      edges: rows
        .filter((row) => matchesFilter(row, filter))
        .map((node) => ({ __typename: 'NotificationEdge', node })),
      pageInfo: {
        __typename: 'PageInfo',
        hasNextPage: end.hasMore,
        hasPreviousPage: false,
        startCursor: null,
        endCursor: end.cursor,
      },
      inbox,
    };
    const variables = { first: PAGE_SIZE, filter };
    cache.writeQuery({ query: NotificationsDocument, variables, data: { notifications } });
  }
}
