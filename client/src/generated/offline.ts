// Generated from client/src/inbox/offline/offline.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { MergeOfflineActsMutation, MergeOfflineActsMutationVariables } from './graphql.ts';

export const MergeOfflineActsDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation MergeOfflineActs($device:ID!$acts:[OfflineActInput!]!){mergeOfflineActs(device:$device acts:$acts){overruled{actId notificationId because}inbox{id counts{seq}}}}')) as DocumentNode<MergeOfflineActsMutation, MergeOfflineActsMutationVariables>;

export function useMergeOfflineActsMutation(options?: useMutation.Options<MergeOfflineActsMutation, MergeOfflineActsMutationVariables>): useMutation.ResultTuple<MergeOfflineActsMutation, MergeOfflineActsMutationVariables> {
  return useMutation<MergeOfflineActsMutation, MergeOfflineActsMutationVariables>(MergeOfflineActsDocument, options);
}
