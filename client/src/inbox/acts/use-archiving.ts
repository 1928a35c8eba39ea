import type { ApolloCache, ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { guessing } from './guessing.ts';
import {
  ArchiveAllDocument,
  ArchiveNotificationsDocument,
  DeleteNotificationsDocument,
  UnarchiveNotificationsDocument,
  type ArchiveAllMutation,
  type NotificationFilter,
} from '../../generated/graphql.ts';
import { forgetRows } from '../delta.ts';
import { placeRows } from '../lists/lists.ts';
import { archivableIds, leftAt, showArchived } from './optimism.ts';
import { undoOf } from './undo.ts';
import { say } from '../../words/words.ts';

/**
 * Out of the inbox, back into it, or gone for good: at once, and undone with the reason when the server does not agree.
 * The promises never reject; they tell whether it worked. What was archived can be called back for a while, also when
 * the component that did it is gone: hence no mutation hooks, which end with theirs.
 */
export function useArchiving() {
  const client = useApolloClient();
  return useMemo(
    () => ({
      archive: async (id: string) => {
        const archiving = putAway(client, id);
        const undo = (ids: string[]) => void moveBack(client, ids);
        undoOf(client).offer({ deed: 'archived', ids: [id], done: archiving, undo });
        const isArchived = await archiving;
        if (!isArchived) undoOf(client).withdraw('archived', [id]);
        return isArchived;
      },
      archiveAll: (upToSeq: number, filter: NotificationFilter) => putAllAway(client, upToSeq, filter),
      unarchive: (id: string) => {
        undoOf(client).withdraw('archived', [id]);
        return moveBack(client, [id]);
      },
      remove: (id: string) => {
        undoOf(client).withdraw('archived', [id]);
        return removeForGood(client, id);
      },
    }),
    [client],
  );
}

function putAway(client: ApolloClient, id: string): Promise<boolean> {
  return guessing(
    client,
    (guess) => showArchived(guess, [id], true),
    () =>
      client.mutate({
        mutation: ArchiveNotificationsDocument,
        variables: { ids: [id] },
        update: (written, { data }) =>
          settle(written, [id], true, data?.archiveNotifications?.inbox.counts.seq),
      }),
    say('inbox.couldNotArchive'),
    { act: 'ARCHIVE', ids: [id] },
  );
}

/** Leads back only where all that was archived is known: half the way would be worse than none. */
async function putAllAway(
  client: ApolloClient,
  upToSeq: number,
  filter: NotificationFilter,
): Promise<boolean> {
  const { cache } = client;
  const ids = archivableIds(cache, upToSeq, filter);
  let archived: ArchiveAllMutation['actOnAll'] | undefined;
  const archive = async () => {
    const { data } = await client.mutate({
      mutation: ArchiveAllDocument,
      variables: { upToSeq, filter },
      update: (written, answer) => settle(written, ids, true, answer.data?.actOnAll?.inbox.counts.seq),
    });
    archived = data?.actOnAll;
  };
  const guess = (guessed: ApolloCache) => showArchived(guessed, ids, true);
  const isArchived = await guessing(client, guess, archive, say('inbox.couldNotArchiveAll'), {
    act: 'ARCHIVE',
    filter,
    upToSeq,
  });
  if (!archived || archived.affectedCount === 0 || archived.affectedCount > ids.length) return isArchived;
  const { seq } = archived.inbox.counts;
  const undo = (all: string[]) => {
    // What was changed since, here or on another device, was meant; others may have been archived one by one.
    const left = leftAt(cache, ids, seq);
    void moveBack(
      client,
      all.filter((id) => left.includes(id) || !ids.includes(id)),
    );
  };
  undoOf(client).offer({ deed: 'archived', ids, done: Promise.resolve(), undo });
  return isArchived;
}

function moveBack(client: ApolloClient, ids: string[]): Promise<boolean> {
  return guessing(
    client,
    (guess) => showArchived(guess, ids, false),
    () =>
      client.mutate({
        mutation: UnarchiveNotificationsDocument,
        variables: { ids },
        update: (written, { data }) =>
          settle(written, ids, false, data?.unarchiveNotifications?.inbox.counts.seq),
      }),
    say('inbox.couldNotMoveBack'),
    { act: 'UNARCHIVE', ids },
  );
}

function removeForGood(client: ApolloClient, id: string): Promise<boolean> {
  return guessing(
    client,
    (guess) => forgetRows(guess, [id]),
    () =>
      client.mutate({
        mutation: DeleteNotificationsDocument,
        variables: { ids: [id] },
        update: (written) => {
          forgetRows(written, [id]);
          placeRows(written, []);
        },
      }),
    say('inbox.couldNotDelete'),
    { act: 'DELETE', ids: [id] },
  );
}

// The exact rows follow with the delta, or were faster.
function settle(cache: ApolloCache, ids: string[], isArchived: boolean, answerSeq: number | undefined): void {
  placeRows(cache, showArchived(cache, ids, isArchived, answerSeq));
}
