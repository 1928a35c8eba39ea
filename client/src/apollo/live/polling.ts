import {
  ApolloLink,
  type ApolloClient,
  type OperationVariables,
  type TypedDocumentNode,
} from '@apollo/client';
import { Observable } from 'rxjs';
import { waitOrWake } from '../../browser/back-off.ts';
import { MissedChangesDocument } from '../../generated/follow.ts';
import type { InboxChangesSubscriptionVariables } from '../../generated/graphql.ts';
import type { Patience, Rung } from './rung.ts';

/** How many polls of changes come to one of what else is followed, which changes rarely. */
const RARELY = 20;

/** What is asked instead of a subscription: in its context, as `pollable`. The inbox needs none. */
export type Pollable = {
  query: TypedDocumentNode<Record<string, unknown>, Record<string, never>>;
  /** The query's answer as the subscription would tell it. */
  asTold: (data: Record<string, unknown>) => Record<string, unknown>;
};

export const pollableOf = (operation: ApolloLink.Operation): Pollable | undefined =>
  operation.getContext()['pollable'] as Pollable | undefined;

type Polled = { apollo: ApolloClient; polls: Patience['polls'] };
type Tell = (data: Record<string, unknown>) => void;

/** Subscriptions as queries that are asked again and again, in the same words: what comes is what a stream would bring. */
export function createPolling({ apollo, polls }: Polled): Rung {
  const ask = async <Data, Variables extends OperationVariables>(
    query: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> => {
    const { data } = await apollo.query<Data, Variables>({
      query,
      variables,
      fetchPolicy: 'no-cache',
      // Not the answer that somebody else waits for in vain.
      context: { queryDeduplication: false },
    } as never);
    return data as Data;
  };

  const changes = ({ afterSeq = 0, epoch }: InboxChangesSubscriptionVariables) => {
    let isFirst = true;
    return poll(polls, async (tell, signal) => {
      for (let hasMore = true; hasMore && !signal.aborted; isFirst = false) {
        const { inboxChanges: delta } = await ask(MissedChangesDocument, { afterSeq: afterSeq ?? 0, epoch });
        if (isFirst || delta.resync || delta.toSeq > afterSeq!) tell({ inboxChanges: delta });
        hasMore = delta.hasMore && delta.toSeq > afterSeq!;
        [afterSeq, epoch] = [delta.toSeq, delta.epoch];
      }
    });
  };
  const other = ({ query, asTold }: Pollable) =>
    poll({ visible: polls.visible * RARELY, hidden: polls.hidden * RARELY }, async (tell) =>
      tell(asTold(await ask(query, {}))),
    );

  return {
    link: new ApolloLink((operation) => {
      const pollable = pollableOf(operation);
      return pollable ? other(pollable) : changes(operation.variables);
    }),
    // Whoever waits for the next poll wakes by themselves.
    verify: () => undefined,
    dispose: () => undefined,
  };
}

function poll(
  { visible, hidden }: Patience['polls'],
  ask: (tell: Tell, signal: AbortSignal) => Promise<void>,
): Observable<ApolloLink.Result> {
  return new Observable((observer) => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const run = async () => {
      while (!signal.aborted) {
        await ask((data) => observer.next({ data }), signal);
        const isHidden = globalThis.document?.visibilityState === 'hidden';
        await waitOrWake((isHidden ? hidden : visible) * (0.8 + Math.random() * 0.4), signal);
      }
    };
    run().catch((error: unknown) => observer.error(error));
    return () => stopping.abort();
  });
}
