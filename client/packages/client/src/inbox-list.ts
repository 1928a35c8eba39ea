import { NetworkStatus, type ApolloClient, type ObservableQuery } from '@apollo/client';
import type {
  NotificationFilter,
  NotificationRowFragment,
  NotificationsQuery,
  NotificationsQueryVariables,
} from '../../../src/generated/graphql.ts';
import { NotificationsDocument } from '../../../src/generated/inbox.ts';
import { isOnSide, PAGE_SIZE } from '../../../src/inbox/lists/filter.ts';
import { endOf, loadFurther } from '../../../src/inbox/lists/load-further.ts';

/** A list as it is now. */
export interface ListState {
  /** Newest first. */
  readonly notifications: readonly NotificationRowFragment[];
  /** There are more on the server. */
  readonly hasMore: boolean;
  /** A page is on its way. */
  readonly isLoading: boolean;
  /** Why the list is not there. */
  readonly error: unknown;
}

const NOTHING_YET: ListState = { notifications: [], hasMore: false, isLoading: true, error: undefined };

/** A list of notifications that loads page by page. It stays up to date while the inbox is followed. */
export class InboxList {
  #apollo: ApolloClient;
  #filter: NotificationFilter;
  #query: ObservableQuery<NotificationsQuery, NotificationsQueryVariables>;
  #state = NOTHING_YET;

  constructor(apollo: ApolloClient, filter: NotificationFilter, pageSize = PAGE_SIZE) {
    this.#apollo = apollo;
    this.#filter = filter;
    this.#query = apollo.watchQuery({
      query: NotificationsDocument,
      variables: { first: pageSize, filter },
      notifyOnNetworkStatusChange: true,
    });
  }

  /** As it is now; kept up to date while somebody has subscribed. */
  get = (): ListState => this.#state;

  /** Asks for the first page, and tells each change. @returns what ends it */
  subscribe = (listener: (state: ListState) => void): (() => void) => {
    const watching = this.#query.subscribe(({ data, loading, error }) => {
      const list = (data as NotificationsQuery | undefined)?.notifications;
      this.#state = {
        notifications: list?.edges.map(({ node }) => node).filter((row) => isOnSide(row, this.#filter)) ?? [],
        hasMore: endOf(list).hasMore,
        isLoading: loading,
        error: list ? undefined : error,
      };
      listener(this.#state);
    });
    return () => watching.unsubscribe();
  };

  /** The next page, if there is one. Never rejects; tells whether it worked. */
  async loadMore(): Promise<boolean> {
    const { data, networkStatus } = this.#query.getCurrentResult();
    const list = (data as NotificationsQuery | undefined)?.notifications;
    // It is on its way.
    if (networkStatus === NetworkStatus.fetchMore) return true;
    return loadFurther({
      ...endOf(list),
      client: this.#apollo,
      fetchMore: (options) => this.#query.fetchMore(options),
      filter: this.#filter,
    });
  }

  /** Asks for the first page anew. Never rejects; tells whether it worked. */
  retry(): Promise<boolean> {
    return this.#query.refetch().then(
      () => true,
      () => false,
    );
  }
}
