import type { ApolloCache, ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { guessing } from '../apollo/guessing.ts';
import {
  ArchiveNotificationsDocument,
  DeleteNotificationsDocument,
  UnarchiveNotificationsDocument,
} from '../generated/graphql.ts';
import { forgetRows } from './delta.ts';
import { placeRows } from './lists.ts';
import { showArchived } from './optimism.ts';
import { offerUndo, withdrawUndo } from '../notifications/list/undo-offer.tsx';

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
        offerUndo({ client, deed: 'archived', ids: [id], done: archiving, undo });
        const isArchived = await archiving;
        if (!isArchived) withdrawUndo('archived', [id]);
        return isArchived;
      },
      unarchive: (id: string) => {
        withdrawUndo('archived', [id]);
        return moveBack(client, [id]);
      },
      remove: (id: string) => {
        withdrawUndo('archived', [id]);
        return removeForGood(client, id);
      },
    }),
    [client],
  );
}

function putAway({ cache, mutate }: ApolloClient, id: string): Promise<boolean> {
  return guessing(
    cache,
    (guess) => showArchived(guess, [id], true),
    () =>
      mutate({
        mutation: ArchiveNotificationsDocument,
        variables: { ids: [id] },
        update: (written, { data }) =>
          settle(written, [id], true, data?.archiveNotifications?.inbox.counts.seq),
      }),
    'Could not archive',
  );
}

function moveBack({ cache, mutate }: ApolloClient, ids: string[]): Promise<boolean> {
  return guessing(
    cache,
    (guess) => showArchived(guess, ids, false),
    () =>
      mutate({
        mutation: UnarchiveNotificationsDocument,
        variables: { ids },
        update: (written, { data }) =>
          settle(written, ids, false, data?.unarchiveNotifications?.inbox.counts.seq),
      }),
    'Could not move back to the inbox',
  );
}

function removeForGood({ cache, mutate }: ApolloClient, id: string): Promise<boolean> {
  return guessing(
    cache,
    (guess) => forgetRows(guess, [id]),
    () =>
      mutate({
        mutation: DeleteNotificationsDocument,
        variables: { ids: [id] },
        update: (written) => {
          forgetRows(written, [id]);
          placeRows(written, []);
        },
      }),
    'Could not delete',
  );
}

// The exact rows follow with the delta, or were faster.
function settle(cache: ApolloCache, ids: string[], isArchived: boolean, answerSeq: number | undefined): void {
  placeRows(cache, showArchived(cache, ids, isArchived, answerSeq));
}
