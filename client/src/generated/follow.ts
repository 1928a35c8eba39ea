// Generated from client/src/inbox/follow/follow.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useQuery, useMutation, type SkipToken } from '@apollo/client/react';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { DeltaFieldsFragment, MissedChangesQuery, MissedChangesQueryVariables, InboxChangesSubscription, InboxChangesSubscriptionVariables, MarkAllAsShownMutation, MarkAllAsShownMutationVariables } from './graphql.ts';
import { NotificationRowDefinition } from './inbox.ts';
import { ActionDefinition } from './inbox.ts';
import { CountsDefinition } from './inbox.ts';

export const DeltaFieldsDefinition = /* @__PURE__ */ definitionOf('fragment DeltaFields on InboxDelta{epoch fromSeq toSeq upserted{...NotificationRow}removedIds counts{...Counts}hasMore resync}');
export const DeltaFieldsFragmentDoc = /* @__PURE__ */ documentOf(DeltaFieldsDefinition, NotificationRowDefinition, ActionDefinition, CountsDefinition) as DocumentNode<DeltaFieldsFragment, unknown>;

export const MissedChangesDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query MissedChanges($afterSeq:Int!$epoch:String){inboxChanges(afterSeq:$afterSeq epoch:$epoch){...DeltaFields}}'), DeltaFieldsDefinition, NotificationRowDefinition, ActionDefinition, CountsDefinition) as DocumentNode<MissedChangesQuery, MissedChangesQueryVariables>;

export function useMissedChangesQuery(options: SkipToken | (useQuery.Options<MissedChangesQuery, MissedChangesQueryVariables> & ({ variables: MissedChangesQueryVariables; skip?: boolean } | { skip: true }))): useQuery.Result<MissedChangesQuery, MissedChangesQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<MissedChangesQuery, MissedChangesQueryVariables>(MissedChangesDocument, options as useQuery.Options<MissedChangesQuery, MissedChangesQueryVariables> & { returnPartialData?: false });
}

export const InboxChangesDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('subscription InboxChanges($afterSeq:Int$epoch:String){inboxChanges(afterSeq:$afterSeq epoch:$epoch){...DeltaFields}}'), DeltaFieldsDefinition, NotificationRowDefinition, ActionDefinition, CountsDefinition) as DocumentNode<InboxChangesSubscription, InboxChangesSubscriptionVariables>;

export const MarkAllAsShownDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation MarkAllAsShown($upToSeq:Int!){markAllAsShown(upToSeq:$upToSeq){inbox{id}}}')) as DocumentNode<MarkAllAsShownMutation, MarkAllAsShownMutationVariables>;

export function useMarkAllAsShownMutation(options?: useMutation.Options<MarkAllAsShownMutation, MarkAllAsShownMutationVariables>): useMutation.ResultTuple<MarkAllAsShownMutation, MarkAllAsShownMutationVariables> {
  return useMutation<MarkAllAsShownMutation, MarkAllAsShownMutationVariables>(MarkAllAsShownDocument, options);
}
