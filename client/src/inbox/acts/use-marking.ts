import type { ApolloCache, ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { guessing } from './guessing.ts';
import {
  MarkAllAsReadDocument,
  MarkAsReadDocument,
  MarkAsUnreadDocument,
  type MarkAllAsReadMutation,
  type NotificationFilter,
} from '../../generated/graphql.ts';
import { leftAt, showAllRead, showRead, unreadIds } from './optimism.ts';
import { undoOf } from './undo.ts';
import { say } from '../../words/words.ts';

type Marked = NonNullable<MarkAllAsReadMutation['markAllAsRead']>;

/** Only where all that was marked is known: a way back that leads back half the way would be worse than none. */
function offerToUnread(client: ApolloClient, ids: string[], { affectedCount, inbox }: Marked): void {
  if (affectedCount === 0 || affectedCount > ids.length) return;
  const { cache } = client;
  const undo = () => {
    // What was read again since, here or on another device, was meant.
    const marked = leftAt(cache, ids, inbox.counts.seq);
    void guessing(
      client,
      (guess) => marked.forEach((id) => showRead(guess, id, false)),
      () =>
        Promise.all(marked.map((id) => client.mutate({ mutation: MarkAsUnreadDocument, variables: { id } }))),
      say('inbox.couldNotMarkUnreadAgain'),
      { act: 'UNREAD', ids: marked },
    );
  };
  undoOf(client).offer({ deed: 'read', ids, done: Promise.resolve(), undo });
}

/**
 * Marks at once and undoes it, saying why, when the server does not agree. The promises never reject; they tell
 * whether it worked.
 */
export function useMarking() {
  const client = useApolloClient();
  return useMemo(
    () => ({
      markAsRead: (id: string) =>
        guessing(
          client,
          (guess) => showRead(guess, id, true),
          () => client.mutate({ mutation: MarkAsReadDocument, variables: { id } }),
          say('inbox.couldNotMarkRead'),
          { act: 'READ', ids: [id] },
        ),
      markAsUnread: (id: string) =>
        guessing(
          client,
          (guess) => showRead(guess, id, false),
          () => client.mutate({ mutation: MarkAsUnreadDocument, variables: { id } }),
          say('inbox.couldNotMarkUnread'),
          { act: 'UNREAD', ids: [id] },
        ),
      markAllAsRead: (upToSeq: number, filter: NotificationFilter) => markAllAsRead(client, upToSeq, filter),
    }),
    [client],
  );
}

async function markAllAsRead(
  client: ApolloClient,
  upToSeq: number,
  filter: NotificationFilter,
): Promise<boolean> {
  const ids = unreadIds(client.cache, upToSeq, filter);
  let payload: Marked | null | undefined;
  const mark = async () => {
    const { data } = await client.mutate({
      mutation: MarkAllAsReadDocument,
      variables: { upToSeq, filter },
      update: (written, answer) =>
        showAllRead(written, upToSeq, filter, answer.data?.markAllAsRead?.inbox.counts.seq),
    });
    payload = data?.markAllAsRead;
  };
  const guess = (guessed: ApolloCache) => showAllRead(guessed, upToSeq, filter);
  const isMarked = await guessing(client, guess, mark, say('inbox.couldNotMarkAllRead'), {
    act: 'READ',
    filter,
    upToSeq,
  });
  if (payload) offerToUnread(client, ids, payload);
  return isMarked;
}
