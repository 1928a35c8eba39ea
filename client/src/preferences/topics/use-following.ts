import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { FollowTopicDocument, OpenTopicsDocument, UnfollowTopicDocument } from '../../generated/topics.ts';
import { guessing } from '../../inbox/acts/guessing.ts';
import { say } from '../../words/words.ts';
import { savingOf } from '../saving.ts';

/** Follows a topic, or leaves it: shown at once. Never rejects; tells whether it was saved. */
export function useFollowing(): (name: string, isFollowed: boolean) => Promise<boolean> {
  const client = useApolloClient();
  return useCallback((name, isFollowed) => change(client, name, isFollowed), [client]);
}

function change(client: ApolloClient, name: string, isFollowed: boolean): Promise<boolean> {
  const saving = savingOf(client);
  const mutation = isFollowed ? FollowTopicDocument : UnfollowTopicDocument;
  const saved = guessing(client, {
    guess: (cache) =>
      cache.updateQuery({ query: OpenTopicsDocument }, (known) =>
        known
          ? {
              openTopics: known.openTopics.map((topic) =>
                topic.name === name ? { ...topic, isFollowed } : topic,
              ),
            }
          : undefined,
      ),
    work: () => saving.inTurn(() => client.mutate({ mutation, variables: { topic: name } })),
    failure: say('topics.couldNotChange'),
    again: () => change(client, name, isFollowed),
  });
  return saving.show(
    saved.then(({ isDone }) => isDone),
    () => say('wish.saved'),
  );
}
