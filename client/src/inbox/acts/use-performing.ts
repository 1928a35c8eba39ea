import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { PerformActionDocument } from '../../generated/graphql.ts';
import { errorCode, errorText } from '../error-text.ts';

/** What became of it; `why`, in words for the reader, where it was not done: somebody else was first, or it failed. */
export type Performed = { state: 'done' } | { state: 'too-late' | 'failed'; why: string };

/**
 * Does an action of a notification. Nothing is guessed: whoever was first decides, and that the server knows. Never
 * rejects.
 */
export function usePerforming() {
  const client = useApolloClient();
  return useCallback(
    async (id: string, actionId: string, comment?: string): Promise<Performed> => {
      try {
        const variables = { id, actionId, comment: comment?.trim() || null };
        await client.mutate({ mutation: PerformActionDocument, variables });
        return { state: 'done' };
      } catch (error) {
        return { state: errorCode(error) === 'CONFLICT' ? 'too-late' : 'failed', why: errorText(error) };
      }
    },
    [client],
  );
}
