// Generated from client/src/preferences/topics/topics.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useQuery, useMutation, type SkipToken } from '@apollo/client/react';
import type { TopicFieldsFragment, OpenTopicsQuery, OpenTopicsQueryVariables, FollowTopicMutation, FollowTopicMutationVariables, UnfollowTopicMutation, UnfollowTopicMutationVariables } from './graphql.ts';

export const TopicFieldsDefinition = {"kind":"FragmentDefinition","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Topic"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"isFollowed"}}]},"name":{"kind":"Name","value":"TopicFields"}};
export const TopicFieldsFragmentDoc = {"kind":"Document","definitions":[TopicFieldsDefinition]} as unknown as DocumentNode<TopicFieldsFragment, unknown>;

export const OpenTopicsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpenTopics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openTopics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TopicFields"}}]}}]}}, TopicFieldsDefinition]} as unknown as DocumentNode<OpenTopicsQuery, OpenTopicsQueryVariables>;

export function useOpenTopicsQuery(options?: SkipToken | useQuery.Options<OpenTopicsQuery, OpenTopicsQueryVariables>): useQuery.Result<OpenTopicsQuery, OpenTopicsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<OpenTopicsQuery, OpenTopicsQueryVariables>(OpenTopicsDocument, options as useQuery.Options<OpenTopicsQuery, OpenTopicsQueryVariables> & { returnPartialData?: false });
}

export const FollowTopicDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FollowTopic"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"topic"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"followTopic"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topic"},"value":{"kind":"Variable","name":{"kind":"Name","value":"topic"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TopicFields"}}]}}]}}]}}, TopicFieldsDefinition]} as unknown as DocumentNode<FollowTopicMutation, FollowTopicMutationVariables>;

export function useFollowTopicMutation(options?: useMutation.Options<FollowTopicMutation, FollowTopicMutationVariables>): useMutation.ResultTuple<FollowTopicMutation, FollowTopicMutationVariables> {
  return useMutation<FollowTopicMutation, FollowTopicMutationVariables>(FollowTopicDocument, options);
}

export const UnfollowTopicDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnfollowTopic"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"topic"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unfollowTopic"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topic"},"value":{"kind":"Variable","name":{"kind":"Name","value":"topic"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TopicFields"}}]}}]}}]}}, TopicFieldsDefinition]} as unknown as DocumentNode<UnfollowTopicMutation, UnfollowTopicMutationVariables>;

export function useUnfollowTopicMutation(options?: useMutation.Options<UnfollowTopicMutation, UnfollowTopicMutationVariables>): useMutation.ResultTuple<UnfollowTopicMutation, UnfollowTopicMutationVariables> {
  return useMutation<UnfollowTopicMutation, UnfollowTopicMutationVariables>(UnfollowTopicDocument, options);
}
