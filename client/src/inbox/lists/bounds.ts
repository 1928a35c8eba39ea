import { InMemoryCache, type ApolloCache, type ApolloClient } from '@apollo/client';
import { canonicalStringify } from '@apollo/client/utilities';
import type { NotificationFilter } from '../../generated/graphql.ts';
import { ofSession } from '../of-session.ts';
import { cutLists, listedIds } from './lists.ts';

/** A list that nobody reads on in keeps so many, the newest. */
export const MOST_HELD = 500;
/** So many more are let go at once. */
const SLACK = 100;

/** Which lists are being read, and by how many components. */
export const readersOf = ofSession(() => new Map<string, number>());

/**
 * Lets go of what lists have beyond their newest, and of rows that are then in none: whatever comes while a tab is
 * open, for however long, what it holds does not grow.
 */
export function boundLists(apollo: ApolloClient): void {
  const { cache } = apollo;
  const readers = readersOf(apollo);
  const isRead = (filter: NotificationFilter | undefined) =>
    (readers.get(canonicalStringify(filter)) ?? 0) > 0;
  const cut = cutLists(cache, MOST_HELD, MOST_HELD + SLACK, isRead);
  if (cut.length === 0) return;
  const held = new Set([...listedIds(cache), ...openIds(apollo)]);
  cache.batch({
    update: (batch) => cut.filter((id) => !held.has(id)).forEach((id) => letGo(batch, id)),
  });
  // What was read from them is remembered too, and would be for long.
  if (cache instanceof InMemoryCache) cache.gc({ resetResultCache: true });
}

/** Those that have a page of their own open. */
function openIds(apollo: ApolloClient): string[] {
  return [...apollo.getObservableQueries()].flatMap(({ queryName, variables }) =>
    queryName === 'Notification' ? [String(variables['id'])] : [],
  );
}

/** It is not gone: whoever wants to see it asks for it anew. */
function letGo(cache: ApolloCache, id: string): void {
  const reference = `Notification:${id}`;
  cache.evict({ id: reference });
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'notification', args: { id } });
  // What was written by itself is held by itself, once for each time.
  while (cache instanceof InMemoryCache && cache.release(reference) > 0);
}
