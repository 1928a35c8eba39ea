// The client's own engine without a browser, for runs that break whatever lies between it and the database.
import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { createCache } from '../src/apollo/cache.ts';
import { createSocket } from '../src/apollo/socket.ts';
import { InboxDocument, NotificationsDocument } from '../src/generated/inbox.ts';
import type { InboxSummaryFragment, NotificationRowFragment } from '../src/generated/graphql.ts';
import { connectionOf } from '../src/inbox/follow/connection.ts';
import { PAGE_SIZE } from '../src/inbox/lists/filter.ts';
import { InboxFollower } from '../src/inbox/follow/follower.ts';
import { createPageSnapshots } from '../src/inbox/follow/snapshots.ts';

type Options = {
  /** Where to ask, each time anew: `http://host:port`. */
  url: () => string;
  token: string;
  /** Each change that it hears of. */
  onChange: () => void;
};

/** One tab, whose list leaves nothing out: what it holds is what its reader would see. */
export class Engine {
  #apollo: ApolloClient;
  #stop: () => void;

  constructor({ url, token, onChange }: Options) {
    const { link, closeCode, dispose } = createSocket(
      { fresh: () => Promise.resolve(token) },
      { url: () => `${url().replace('http', 'ws')}/graphql` },
    );
    const snapshots = createPageSnapshots();
    const http = new HttpLink({
      uri: () => `${url()}/graphql`,
      headers: { authorization: `Bearer ${token}` },
    });
    this.#apollo = new ApolloClient({
      cache: createCache(),
      link: ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        link,
        ApolloLink.from([snapshots.link, http]),
      ),
    });
    const session = {
      apollo: this.#apollo,
      connection: connectionOf(this.#apollo),
      pages: snapshots.pages,
      renewToken: () => Promise.resolve(token),
      closeCode,
    };
    const stopFollowing = new InboxFollower(session, onChange).start();
    this.#stop = () => {
      stopFollowing();
      this.#apollo.stop();
      dispose();
    };
  }

  /** Shows so many pages more. @throws when the server is away */
  async loadMore(pages: number): Promise<void> {
    await this.#apollo.query({ query: NotificationsDocument, variables: EVERYTHING });
    for (let page = this.#page(), left = pages; left > 0 && page?.pageInfo.hasNextPage; left--) {
      const variables = { ...EVERYTHING, first: 100, after: page.pageInfo.endCursor };
      await this.#apollo.query({ query: NotificationsDocument, variables, fetchPolicy: 'network-only' });
      page = this.#page();
    }
  }

  get rows(): NotificationRowFragment[] {
    return this.#page()?.edges.map(({ node }) => node) ?? [];
  }

  get counts(): InboxSummaryFragment['counts'] | undefined {
    return this.#apollo.cache.readQuery({ query: InboxDocument })?.inbox.counts;
  }

  stop(): void {
    this.#stop();
  }

  #page() {
    return this.#apollo.cache.readQuery({ query: NotificationsDocument, variables: EVERYTHING })
      ?.notifications;
  }
}

const EVERYTHING = { first: PAGE_SIZE, filter: { state: 'ALL' } } as const;
