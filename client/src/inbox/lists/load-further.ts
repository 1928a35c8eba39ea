import type { ApolloClient } from '@apollo/client';
import { CursorDocument } from '../../generated/inbox.ts';
import type { NotificationFilter, NotificationsQuery } from '../../generated/graphql.ts';
import { say } from '../../words/words.ts';
import { failuresOf } from '../acts/failures.ts';
import { errorText } from '../error-text.ts';
import { LONG_PAGE_SIZE, PAGE_SIZE } from './filter.ts';
import { endAt } from './lists.ts';

/** How a list ends, as far as it is loaded. */
type End = {
  hasMore: boolean;
  endCursor: string | null | undefined;
  lastId: string | undefined;
  /** Whoever reads on for so long reads on: a longer page. */
  isLong: boolean;
};

export const endOf = (list: NotificationsQuery['notifications'] | undefined): End => ({
  hasMore: list?.pageInfo.hasNextPage ?? false,
  endCursor: list?.pageInfo.endCursor,
  lastId: list?.edges.at(-1)?.node.id,
  isLong: (list?.edges.length ?? 0) > 2 * PAGE_SIZE,
});

type Loaded = End & {
  client: ApolloClient;
  fetchMore: (options: { variables: { after: string | undefined; first?: number } }) => Promise<unknown>;
  filter: NotificationFilter;
};

/** Loads the next page, if there is one. Never rejects; tells whether it worked. */
export async function loadFurther(list: Loaded): Promise<boolean> {
  const { client, fetchMore, filter, hasMore, endCursor, lastId, isLong } = list;
  if (!hasMore) return true;
  try {
    const after = endCursor || (lastId && (await cursorOf(client, lastId, filter))) || undefined;
    await fetchMore({ variables: { after, ...(isLong && { first: LONG_PAGE_SIZE }) } });
    return true;
  } catch (error) {
    // What is loaded stays in place, and so does the button to try again.
    failuresOf(client).tell(say('inbox.couldNotLoadMore'), errorText(error));
    return false;
  }
}

/** Where a list that was cut goes on. */
async function cursorOf(client: ApolloClient, lastId: string, filter: NotificationFilter): Promise<string> {
  const variables = { id: lastId };
  const { data } = await client.query({ query: CursorDocument, variables, fetchPolicy: 'no-cache' });
  const cursor = data?.notification?.cursor;
  // It went just now; a delta will say so.
  if (!cursor) throw new Error('The list has just changed. Please try again.');
  endAt(client.cache, filter, cursor);
  return cursor;
}
