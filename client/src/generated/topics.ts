// Generated from client/src/preferences/topics/topics.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useQuery, useMutation, type SkipToken } from '@apollo/client/react';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { TopicFieldsFragment, OpenTopicsQuery, OpenTopicsQueryVariables, FollowTopicMutation, FollowTopicMutationVariables, UnfollowTopicMutation, UnfollowTopicMutationVariables } from './graphql.ts';

export const TopicFieldsDefinition = /* @__PURE__ */ definitionOf('fragment TopicFields on Topic{name title isFollowed}');
export const TopicFieldsFragmentDoc = /* @__PURE__ */ documentOf(TopicFieldsDefinition) as DocumentNode<TopicFieldsFragment, unknown>;

export const OpenTopicsDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query OpenTopics{openTopics{...TopicFields}}'), TopicFieldsDefinition) as DocumentNode<OpenTopicsQuery, OpenTopicsQueryVariables>;

export function useOpenTopicsQuery(options?: SkipToken | useQuery.Options<OpenTopicsQuery, OpenTopicsQueryVariables>): useQuery.Result<OpenTopicsQuery, OpenTopicsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<OpenTopicsQuery, OpenTopicsQueryVariables>(OpenTopicsDocument, options as useQuery.Options<OpenTopicsQuery, OpenTopicsQueryVariables> & { returnPartialData?: false });
}

export const FollowTopicDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation FollowTopic($topic:String!){followTopic(topic:$topic){topic{...TopicFields}}}'), TopicFieldsDefinition) as DocumentNode<FollowTopicMutation, FollowTopicMutationVariables>;

export function useFollowTopicMutation(options?: useMutation.Options<FollowTopicMutation, FollowTopicMutationVariables>): useMutation.ResultTuple<FollowTopicMutation, FollowTopicMutationVariables> {
  return useMutation<FollowTopicMutation, FollowTopicMutationVariables>(FollowTopicDocument, options);
}

export const UnfollowTopicDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation UnfollowTopic($topic:String!){unfollowTopic(topic:$topic){topic{...TopicFields}}}'), TopicFieldsDefinition) as DocumentNode<UnfollowTopicMutation, UnfollowTopicMutationVariables>;

export function useUnfollowTopicMutation(options?: useMutation.Options<UnfollowTopicMutation, UnfollowTopicMutationVariables>): useMutation.ResultTuple<UnfollowTopicMutation, UnfollowTopicMutationVariables> {
  return useMutation<UnfollowTopicMutation, UnfollowTopicMutationVariables>(UnfollowTopicDocument, options);
}
