import { ApolloLink } from '@apollo/client';
import {
  buildSchema,
  graphql,
  GraphQLError,
  GraphQLInterfaceType,
  print,
  subscribe,
  type ExecutionResult,
} from 'graphql';
import { Observable } from 'rxjs';
import type { InboxAct, NotificationFilter, SubjectRef } from '../src/generated/graphql.ts';
import { FakeApplications } from './fake-applications.ts';
import { isLetThrough, type All } from './fake-filter.ts';
import { FakePreferences } from './fake-preferences.ts';
import { NOW, shapeOf, type FakeRow } from './fake-row.ts';
import { FakeRows } from './fake-rows.ts';
import { schemaText } from './fake-schema.ts';
import { tooLate } from './too-late.ts';

const schema = buildSchema(schemaText);
for (const type of Object.values(schema.getTypeMap())) {
  if (type instanceof GraphQLInterfaceType)
    type.resolveType = (value: { __typename: string }) => value.__typename;
}

type Act = { id: string; actionId: string; comment?: string | null };
type Ids = { ids: string[] };
type PageArguments = { first?: number; after?: string; filter?: NotificationFilter };

/** A server of one reader, in memory: it answers the real operations over the real schema, through an Apollo link. */
export class FakeInbox extends FakeRows {
  preferences = new FakePreferences();
  applications = new FakeApplications();
  topics: { name: string; title: string; isFollowed: boolean }[] = [];
  log: { name: string; variables: Record<string, unknown> }[] = [];
  #failing = new Map<string, { code: string }>();
  #held = new Map<string, Promise<void>>();
  #streams = new Set<{ wake: () => void; cut: () => void }>();

  /** The operation's next answers are refused with this code, until it is undefined again. */
  fail(name: string, code: string | undefined, details: object = {}): void {
    if (code) this.#failing.set(name, { ...details, code });
    else this.#failing.delete(name);
  }

  /** Answers are read now and delivered when the returned function is called: an overtaken answer. */
  hold(name: string): () => void {
    let release = () => undefined as void;
    this.#held.set(name, new Promise((resolve) => (release = resolve)));
    return () => {
      this.#held.delete(name);
      release();
    };
  }

  cutSockets(): void {
    for (const stream of this.#streams) stream.cut();
  }

  operations(name: string): Record<string, unknown>[] {
    return this.log.filter((entry) => entry.name === name).map(({ variables }) => variables);
  }

  link = new ApolloLink(({ query, variables, operationName = '' }) => {
    const source = {
      schema,
      source: print(query),
      document: query,
      rootValue: this.#root,
      variableValues: variables,
    };
    return new Observable<ApolloLink.Result>((observer) => {
      this.log.push({ name: operationName, variables });
      const isSubscription = source.source.startsWith('subscription');
      return isSubscription ? this.#stream(source, observer) : this.#answer(source, operationName, observer);
    });
  });

  #answer(source: Parameters<typeof graphql>[0], name: string, observer: Sink) {
    const extensions = this.#failing.get(name);
    const answer = extensions
      ? Promise.resolve({
          data: null,
          errors: [new GraphQLError(`Refused: ${extensions.code}`, { extensions })],
        })
      : graphql(source);
    void Promise.all([answer, this.#held.get(name)]).then(([result]) => {
      observer.next(result as ApolloLink.Result);
      observer.complete();
    });
    return () => undefined;
  }

  #stream(source: Parameters<typeof subscribe>[0], observer: Sink) {
    let iterator: AsyncGenerator<ExecutionResult> | undefined;
    const cut = { wake: () => undefined, cut: () => observer.error(new Error('Socket closed')) };
    this.#streams.add(cut);
    void (async () => {
      iterator = (await subscribe(source)) as AsyncGenerator<ExecutionResult>;
      for await (const result of iterator) observer.next(result as ApolloLink.Result);
    })();
    return () => {
      this.#streams.delete(cut);
      void iterator?.return(undefined);
    };
  }

  protected override wake(): void {
    for (const stream of this.#streams) stream.wake();
  }

  #shape = (row: FakeRow) => ({
    ...shapeOf(row),
    deliveries: () => this.preferences.deliveries.get(row.id) ?? [],
    inbox: () => this.#inbox(),
  });

  #inbox = () => ({ __typename: 'Inbox', id: 'inbox', counts: this.counts() });

  #page({ first = 20, after, filter }: PageArguments) {
    const all = this.rows.filter((row) => isLetThrough(row, filter));
    const rest = after ? all.filter(({ seq }) => seq < Number(after)) : all;
    const nodes = rest.slice(0, first);
    return {
      edges: nodes.map((row) => ({ cursor: String(row.seq), node: this.#shape(row) })),
      pageInfo: {
        hasNextPage: rest.length > first,
        hasPreviousPage: Boolean(after),
        startCursor: nodes[0] ? String(nodes[0].seq) : null,
        endCursor: nodes.length ? String(nodes.at(-1)?.seq) : null,
      },
      inbox: this.#inbox(),
    };
  }

  #delta(afterSeq: number, epoch: string | null | undefined) {
    const resync = (epoch && epoch !== this.epoch) || afterSeq > this.seq;
    const rows = this.rows.filter(({ changeSeq }) => !resync && changeSeq > afterSeq);
    return {
      epoch: this.epoch,
      fromSeq: afterSeq,
      toSeq: this.seq,
      upserted: rows.map(this.#shape),
      removedIds: this.removed.filter(({ changeSeq }) => changeSeq > afterSeq).map(({ id }) => id),
      counts: this.counts(),
      hasMore: false,
      resync: Boolean(resync),
    };
  }

  #answered = <Done extends object>(done: Done) => ({ ...done, inbox: this.#inbox() });

  #mark(id: string, act: 'READ' | 'UNREAD') {
    this.find(id);
    const { undoId } = this.actUpon(act, [id]);
    return { notification: this.#shape(this.find(id)), inbox: this.#inbox(), undoId };
  }

  /** First come, first served. */
  #perform(id: string, { actionId, comment = null }: Omit<Act, 'id'>) {
    const { actions, outcome } = this.find(id);
    if (outcome) throw tooLate(outcome);
    const action = actions.find((offered) => offered.actionId === actionId);
    if (!action) throw new GraphQLError('No such action', { extensions: { code: 'BAD_USER_INPUT' } });
    const by = { actorId: 'me', name: 'Name of me', imageUrl: null };
    this.change(id, { actions: [], outcome: { action, by, at: NOW(), comment }, readAt: NOW() });
    return { notification: this.#shape(this.find(id)), inbox: this.#inbox() };
  }

  #follows(name: string, isFollowed: boolean) {
    const topic = this.topics.find((open) => open.name === name)!;
    topic.isFollowed = isFollowed;
    return { topic };
  }

  // One root serves queries and the subscription alike: which of the two `inboxChanges` is meant shows in its caller.
  #root = {
    ...this.preferences.root,
    ...this.applications.root,
    preferencesChanged: () => this.preferences.follow(),
    openTopics: () => this.topics,
    followTopic: ({ topic }: { topic: string }) => this.#follows(topic, true),
    unfollowTopic: ({ topic }: { topic: string }) => this.#follows(topic, false),
    viewer: () => ({ __typename: 'User', id: 'me', name: 'Name of me', role: 'INSTRUCTOR' }),
    inbox: () => this.#inbox(),
    notifications: (page: PageArguments) => this.#page(page),
    notification: ({ id }: { id: string }) => {
      const row = this.rows.find((candidate) => candidate.id === id);
      return row ? this.#shape(row) : null;
    },
    inboxChanges: ({ afterSeq, epoch }: { afterSeq: number; epoch?: string }, _: unknown, info: Operation) =>
      info.operation.operation === 'query' ? this.#delta(afterSeq, epoch) : this.#follow(afterSeq, epoch),
    markAsRead: ({ id }: { id: string }) => this.#mark(id, 'READ'),
    markAsUnread: ({ id }: { id: string }) => this.#mark(id, 'UNREAD'),
    markNotificationsAsRead: ({ ids }: Ids) => this.#answered(this.actUpon('READ', ids)),
    markNotificationsAsUnread: ({ ids }: Ids) => this.#answered(this.actUpon('UNREAD', ids)),
    markAllAsRead: (all: All) => this.#answered(this.changeAll('READ', all)),
    actOnAll: ({ act, ...all }: All & { act: InboxAct }) => this.#answered(this.changeAll(act, all)),
    openSubject: ({ subject }: { subject: SubjectRef }) =>
      this.#answered(
        this.changeThese(
          this.rows.filter((row) => isLetThrough(row, { state: 'ALL', subject })).map((row) => row.id),
          (row) => (!row.readAt || !row.settledAt) && { readAt: row.readAt ?? NOW(), settledAt: NOW() },
        ),
      ),
    performAction: ({ id, ...act }: Act) => this.#perform(id, act),
    archiveNotifications: ({ ids }: Ids) => this.#answered(this.actUpon('ARCHIVE', ids)),
    unarchiveNotifications: ({ ids }: Ids) => this.#answered(this.actUpon('UNARCHIVE', ids)),
    deleteNotifications: ({ ids }: Ids) => this.#answered(this.actUpon('DELETE', ids)),
    snoozeNotifications: ({ ids, until }: Ids & { until: string }) =>
      this.#answered(this.actUpon('SNOOZE', ids, until)),
    unsnoozeNotifications: ({ ids }: Ids) => this.#answered(this.actUpon('UNSNOOZE', ids)),
    pinNotifications: ({ ids }: Ids) => this.#answered(this.actUpon('PIN', ids)),
    unpinNotifications: ({ ids }: Ids) => this.#answered(this.actUpon('UNPIN', ids)),
    undo: ({ id }: { id: string }) => this.#answered(this.undo(id)),
    recentActs: () => this.recentActs(),
    markAllAsSeen: ({ upToSeq }: { upToSeq: number }) => {
      this.seenSeq = Math.max(this.seenSeq, upToSeq);
      this.seq++;
      this.wake();
      return { inbox: this.#inbox() };
    },
  };

  async *#follow(afterSeq: number, epoch: string | undefined) {
    let position = afterSeq;
    let wake = () => undefined as void;
    const stream = { wake: () => wake(), cut: () => undefined };
    this.#streams.add(stream);
    try {
      for (let first = true; ; first = false) {
        if (!first && this.seq <= position) await new Promise<void>((resolve) => (wake = resolve));
        const delta = this.#delta(position, epoch);
        position = delta.toSeq;
        yield { inboxChanges: delta };
      }
    } finally {
      this.#streams.delete(stream);
    }
  }
}

type Sink = {
  next: (result: ApolloLink.Result) => void;
  error: (error: Error) => void;
  complete: () => void;
};
type Operation = { operation: { operation: string } };
