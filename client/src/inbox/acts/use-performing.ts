import type { ApolloClient } from '@apollo/client';
import { useCallback } from 'react';
import { PerformActionDocument } from '../../generated/acts.ts';
import { NotificationRowFragmentDoc } from '../../generated/inbox.ts';
import { say } from '../../words/words.ts';
import { errorCode, errorDetails, errorText } from '../error-text.ts';
import { useInboxClient } from '../use-inbox-client.ts';

/** What became of it; `why`, in words for the reader, where it was not done: somebody else was first, or it failed. */
export type Performed = { state: 'done' } | { state: 'too-late' | 'failed'; why: string };

/**
 * Does an action of a notification. Nothing is guessed: whoever was first decides, and that the server knows. Never
 * rejects.
 */
export function usePerforming() {
  const client = useInboxClient();
  return useCallback(
    async (id: string, actionId: string, comment?: string): Promise<Performed> => {
      try {
        const variables = { id, actionId, comment: comment?.trim() || null };
        await client.mutate({ mutation: PerformActionDocument, variables });
        return { state: 'done' };
      } catch (error) {
        if (errorCode(error) !== 'CONFLICT') return { state: 'failed', why: errorText(error) };
        return { state: 'too-late', why: firstText(client, id, error) ?? errorText(error) };
      }
    },
    [client],
  );
}

/** Who was first, and what they did, where the server says so. */
function firstText(client: ApolloClient, id: string, error: unknown): string | undefined {
  const { by, actionId } = errorDetails(error) as { by?: { name?: unknown }; actionId?: unknown };
  const row = client.cache.readFragment({
    id: `Notification:${id}`,
    fragment: NotificationRowFragmentDoc,
    fragmentName: 'NotificationRow',
  });
  // The news of it may have come before the answer.
  const done = row?.outcome?.action ?? row?.actions.find((action) => action.actionId === actionId);
  if (typeof by?.name !== 'string' || !done) return undefined;
  return say('inbox.wasFirst', { name: by.name, action: done.label });
}
