import type { ApolloCache } from '@apollo/client';
import { NotificationRowFragmentDoc, NotificationsDocument } from '../../generated/inbox.ts';
import type { NotificationFilter, NotificationRowFragment } from '../../generated/graphql.ts';
import { serverTime } from '../../browser/server-time.ts';
import { forgetRows } from '../delta.ts';
import { matchesFilter, PAGE_SIZE } from '../lists/filter.ts';
import type { Meant } from '../offline/offline-act.ts';
import { changed, triageOf } from './act-change.ts';

const rowFragment = { fragment: NotificationRowFragmentDoc, fragmentName: 'NotificationRow' };

// Only rows are guessed, never counts: two tabs that each add one to a number of their own end up with two wrong numbers.

/** The loaded rows that an act will change, as they are before it. */
export function rowsFor(cache: ApolloCache, meant: Meant): NotificationRowFragment[] {
  const now = nowText();
  return rowsMeant(cache, meant).filter((row) => changed(row, meant, now) !== undefined);
}

/**
 * Shows the loaded rows as an act makes them; one whose delta was faster than the answer is exact already. The exact
 * ones follow with the delta.
 * @param answerSeq where the inbox was when the server had done it
 * @returns those that the act is about and that are still there, as they are now
 */
export function showAct(cache: ApolloCache, meant: Meant, answerSeq = Infinity): NotificationRowFragment[] {
  const now = nowText();
  return rowsMeant(cache, meant).flatMap((row) => {
    const after = row.changeSeq < answerSeq ? changed(row, meant, now) : undefined;
    if (after === undefined) return row;
    if (after === null) {
      forgetRows(cache, [row.id]);
      return [];
    }
    writeRow(cache, after);
    return after;
  });
}

/**
 * Shows rows as they were before an act, but for those that were changed since.
 * @param actSeq where the inbox was after the act
 * @param answerSeq where it was after the undo
 * @returns those that are there, as they are now
 */
export function showFormer(
  cache: ApolloCache,
  former: NotificationRowFragment[],
  actSeq: number,
  answerSeq = Infinity,
): NotificationRowFragment[] {
  return former.map((row) => {
    const held = readRow(cache, row.id);
    if (held && (held.changeSeq > actSeq || held.changeSeq >= answerSeq)) return held;
    const restored = { ...(held ?? row), ...triageOf(row) };
    writeRow(cache, restored);
    return restored;
  });
}

function rowsMeant(cache: ApolloCache, meant: Meant): NotificationRowFragment[] {
  if ('ids' in meant) return meant.ids.flatMap((id) => readRow(cache, id) ?? []);
  const { filter, upToSeq } = meant;
  return loadedIds(cache, filter)
    .flatMap((id) => readRow(cache, id) ?? [])
    .filter((row) => row.seq <= upToSeq && matchesFilter(row, filter));
}

/** What the words of a search find, only the server knows: of that, what its list holds. */
function loadedIds(cache: ApolloCache, filter: NotificationFilter): string[] {
  if (filter.search) {
    const variables = { first: PAGE_SIZE, filter };
    const list = cache.readQuery({ query: NotificationsDocument, variables });
    return list?.notifications.edges.map(({ node }) => node.id) ?? [];
  }
  const keys = Object.keys(cache.extract() as Record<string, unknown>);
  return keys.flatMap((key) => (key.startsWith('Notification:') ? key.slice('Notification:'.length) : []));
}

function readRow(cache: ApolloCache, id: string): NotificationRowFragment | null {
  return cache.readFragment({ ...rowFragment, id: `Notification:${id}` });
}

function writeRow(cache: ApolloCache, row: NotificationRowFragment): void {
  cache.writeFragment({ ...rowFragment, id: `Notification:${row.id}`, data: row });
}

const nowText = (): string => new Date(serverTime()).toISOString();
