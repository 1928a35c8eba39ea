// The client's own engine without a browser, for runs that break whatever lies between it and the database.
import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { inTime } from '../src/apollo/in-time.ts';
import { createCache } from '../src/apollo/cache.ts';
import { Ladder } from '../src/apollo/live/ladder.ts';
import type { Patience } from '../src/apollo/live/rung.ts';
import { InboxDocument, NotificationsDocument } from '../src/generated/inbox.ts';
import type { InboxSummaryFragment, NotificationRowFragment } from '../src/generated/graphql.ts';
import { connectionOf, type Transport } from '../src/inbox/follow/connection.ts';
import { PAGE_SIZE } from '../src/inbox/lists/filter.ts';
import { InboxFollower, type InboxChange } from '../src/inbox/follow/follower.ts';
import { createPageSnapshots } from '../src/inbox/follow/snapshots.ts';

type Options = {
  /** Where to ask, each time anew: `http://host:port`. */
  url: () => string;
  token: string;
  /** Each change that it hears of. */
  onChange: (change: InboxChange) => void;
  /** As where a proxy lets none through. */
  areSocketsBlocked?: boolean;
  patience?: Patience;
};

/** One tab, whose list leaves nothing out: what it holds is what its reader would see. */
export class Engine {
  #apollo: ApolloClient;
  #ladder: Ladder;
  #stop: () => void;

  constructor({ url, token, onChange, areSocketsBlocked = false, patience }: Options) {
    const snapshots = createPageSnapshots();
    const http = new HttpLink({
      uri: () => `${url()}/graphql`,
      headers: { authorization: `Bearer ${token}` },
      fetch: inTime(fetch),
    });
    this.#apollo = new ApolloClient({
      cache: createCache(),
      link: ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        new ApolloLink((operation, forward) => this.#ladder.link.request(operation, forward)),
        ApolloLink.from([snapshots.link, http]),
      ),
    });
    this.#ladder = new Ladder({
      token: { fresh: () => Promise.resolve(token) },
      http: () => `${url()}/graphql`,
      // Nobody listens at port 1.
      socket: () => (areSocketsBlocked ? 'ws://127.0.0.1:1' : `${url().replace('http', 'ws')}/graphql`),
      apollo: this.#apollo,
      connection: connectionOf(this.#apollo),
      ...(patience && { patience }),
    });
    const session = {
      apollo: this.#apollo,
      connection: connectionOf(this.#apollo),
      pages: snapshots.pages,
      renewToken: () => Promise.resolve(token),
      closeCode: this.#ladder.closeCode,
    };
    const stopFollowing = new InboxFollower(session, onChange).start();
    this.#stop = () => {
      stopFollowing();
      this.#apollo.stop();
      this.#ladder.dispose();
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

  /** By what changes come in; undefined while they do not. */
  get transport(): Transport | undefined {
    const connection = connectionOf(this.#apollo);
    return connection.get() === 'live' ? connection.transport() : undefined;
  }

  /** As when a machine has slept, or changed its network. */
  wake(): void {
    this.#ladder.verify();
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
