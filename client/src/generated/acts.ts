// Generated from client/src/inbox/acts/acts.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { MarkAsReadMutation, MarkAsReadMutationVariables, MarkAsUnreadMutation, MarkAsUnreadMutationVariables, MarkNotificationsAsReadMutation, MarkNotificationsAsReadMutationVariables, MarkNotificationsAsUnreadMutation, MarkNotificationsAsUnreadMutationVariables, PerformActionMutation, PerformActionMutationVariables, MarkAllAsReadMutation, MarkAllAsReadMutationVariables, OpenSubjectMutation, OpenSubjectMutationVariables, ArchiveNotificationsMutation, ArchiveNotificationsMutationVariables, UnarchiveNotificationsMutation, UnarchiveNotificationsMutationVariables, DeleteNotificationsMutation, DeleteNotificationsMutationVariables, SnoozeNotificationsMutation, SnoozeNotificationsMutationVariables, UnsnoozeNotificationsMutation, UnsnoozeNotificationsMutationVariables, PinNotificationsMutation, PinNotificationsMutationVariables, UnpinNotificationsMutation, UnpinNotificationsMutationVariables, ActOnAllMutation, ActOnAllMutationVariables, UndoMutation, UndoMutationVariables } from './graphql.ts';
import { NotificationRowDefinition } from './inbox.ts';
import { ActionDefinition } from './inbox.ts';
import { InboxSummaryDefinition } from './inbox.ts';
import { CountsDefinition } from './inbox.ts';

export const MarkAsReadDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation MarkAsRead($id:ID!){markAsRead(id:$id){notification{...NotificationRow}inbox{...InboxSummary}undoId}}'), NotificationRowDefinition, ActionDefinition, InboxSummaryDefinition, CountsDefinition) as DocumentNode<MarkAsReadMutation, MarkAsReadMutationVariables>;

export function useMarkAsReadMutation(options?: useMutation.Options<MarkAsReadMutation, MarkAsReadMutationVariables>): useMutation.ResultTuple<MarkAsReadMutation, MarkAsReadMutationVariables> {
  return useMutation<MarkAsReadMutation, MarkAsReadMutationVariables>(MarkAsReadDocument, options);
}

export const MarkAsUnreadDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation MarkAsUnread($id:ID!){markAsUnread(id:$id){notification{...NotificationRow}inbox{...InboxSummary}undoId}}'), NotificationRowDefinition, ActionDefinition, InboxSummaryDefinition, CountsDefinition) as DocumentNode<MarkAsUnreadMutation, MarkAsUnreadMutationVariables>;

export function useMarkAsUnreadMutation(options?: useMutation.Options<MarkAsUnreadMutation, MarkAsUnreadMutationVariables>): useMutation.ResultTuple<MarkAsUnreadMutation, MarkAsUnreadMutationVariables> {
  return useMutation<MarkAsUnreadMutation, MarkAsUnreadMutationVariables>(MarkAsUnreadDocument, options);
}

export const MarkNotificationsAsReadDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation MarkNotificationsAsRead($ids:[ID!]!){markNotificationsAsRead(ids:$ids){affectedCount inbox{...InboxSummary}undoId}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<MarkNotificationsAsReadMutation, MarkNotificationsAsReadMutationVariables>;

export function useMarkNotificationsAsReadMutation(options?: useMutation.Options<MarkNotificationsAsReadMutation, MarkNotificationsAsReadMutationVariables>): useMutation.ResultTuple<MarkNotificationsAsReadMutation, MarkNotificationsAsReadMutationVariables> {
  return useMutation<MarkNotificationsAsReadMutation, MarkNotificationsAsReadMutationVariables>(MarkNotificationsAsReadDocument, options);
}

export const MarkNotificationsAsUnreadDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation MarkNotificationsAsUnread($ids:[ID!]!){markNotificationsAsUnread(ids:$ids){affectedCount inbox{...InboxSummary}undoId}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<MarkNotificationsAsUnreadMutation, MarkNotificationsAsUnreadMutationVariables>;

export function useMarkNotificationsAsUnreadMutation(options?: useMutation.Options<MarkNotificationsAsUnreadMutation, MarkNotificationsAsUnreadMutationVariables>): useMutation.ResultTuple<MarkNotificationsAsUnreadMutation, MarkNotificationsAsUnreadMutationVariables> {
  return useMutation<MarkNotificationsAsUnreadMutation, MarkNotificationsAsUnreadMutationVariables>(MarkNotificationsAsUnreadDocument, options);
}

export const PerformActionDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation PerformAction($id:ID!$actionId:ID!$comment:String){performAction(id:$id actionId:$actionId comment:$comment){notification{...NotificationRow}inbox{...InboxSummary}}}'), NotificationRowDefinition, ActionDefinition, InboxSummaryDefinition, CountsDefinition) as DocumentNode<PerformActionMutation, PerformActionMutationVariables>;

export function usePerformActionMutation(options?: useMutation.Options<PerformActionMutation, PerformActionMutationVariables>): useMutation.ResultTuple<PerformActionMutation, PerformActionMutationVariables> {
  return useMutation<PerformActionMutation, PerformActionMutationVariables>(PerformActionDocument, options);
}

export const MarkAllAsReadDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation MarkAllAsRead($upToSeq:Int$filter:NotificationFilter){markAllAsRead(upToSeq:$upToSeq filter:$filter){affectedCount inbox{...InboxSummary}undoId}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<MarkAllAsReadMutation, MarkAllAsReadMutationVariables>;

export function useMarkAllAsReadMutation(options?: useMutation.Options<MarkAllAsReadMutation, MarkAllAsReadMutationVariables>): useMutation.ResultTuple<MarkAllAsReadMutation, MarkAllAsReadMutationVariables> {
  return useMutation<MarkAllAsReadMutation, MarkAllAsReadMutationVariables>(MarkAllAsReadDocument, options);
}

export const OpenSubjectDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation OpenSubject($subject:SubjectRef!){openSubject(subject:$subject){affectedCount inbox{...InboxSummary}}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<OpenSubjectMutation, OpenSubjectMutationVariables>;

export function useOpenSubjectMutation(options?: useMutation.Options<OpenSubjectMutation, OpenSubjectMutationVariables>): useMutation.ResultTuple<OpenSubjectMutation, OpenSubjectMutationVariables> {
  return useMutation<OpenSubjectMutation, OpenSubjectMutationVariables>(OpenSubjectDocument, options);
}

export const ArchiveNotificationsDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation ArchiveNotifications($ids:[ID!]!){archiveNotifications(ids:$ids){affectedCount inbox{...InboxSummary}undoId}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<ArchiveNotificationsMutation, ArchiveNotificationsMutationVariables>;

export function useArchiveNotificationsMutation(options?: useMutation.Options<ArchiveNotificationsMutation, ArchiveNotificationsMutationVariables>): useMutation.ResultTuple<ArchiveNotificationsMutation, ArchiveNotificationsMutationVariables> {
  return useMutation<ArchiveNotificationsMutation, ArchiveNotificationsMutationVariables>(ArchiveNotificationsDocument, options);
}

export const UnarchiveNotificationsDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation UnarchiveNotifications($ids:[ID!]!){unarchiveNotifications(ids:$ids){affectedCount inbox{...InboxSummary}undoId}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<UnarchiveNotificationsMutation, UnarchiveNotificationsMutationVariables>;

export function useUnarchiveNotificationsMutation(options?: useMutation.Options<UnarchiveNotificationsMutation, UnarchiveNotificationsMutationVariables>): useMutation.ResultTuple<UnarchiveNotificationsMutation, UnarchiveNotificationsMutationVariables> {
  return useMutation<UnarchiveNotificationsMutation, UnarchiveNotificationsMutationVariables>(UnarchiveNotificationsDocument, options);
}

export const DeleteNotificationsDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation DeleteNotifications($ids:[ID!]!){deleteNotifications(ids:$ids){affectedCount inbox{...InboxSummary}undoId}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<DeleteNotificationsMutation, DeleteNotificationsMutationVariables>;

export function useDeleteNotificationsMutation(options?: useMutation.Options<DeleteNotificationsMutation, DeleteNotificationsMutationVariables>): useMutation.ResultTuple<DeleteNotificationsMutation, DeleteNotificationsMutationVariables> {
  return useMutation<DeleteNotificationsMutation, DeleteNotificationsMutationVariables>(DeleteNotificationsDocument, options);
}

export const SnoozeNotificationsDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation SnoozeNotifications($ids:[ID!]!$until:DateTime!){snoozeNotifications(ids:$ids until:$until){affectedCount inbox{...InboxSummary}undoId}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<SnoozeNotificationsMutation, SnoozeNotificationsMutationVariables>;

export function useSnoozeNotificationsMutation(options?: useMutation.Options<SnoozeNotificationsMutation, SnoozeNotificationsMutationVariables>): useMutation.ResultTuple<SnoozeNotificationsMutation, SnoozeNotificationsMutationVariables> {
  return useMutation<SnoozeNotificationsMutation, SnoozeNotificationsMutationVariables>(SnoozeNotificationsDocument, options);
}

export const UnsnoozeNotificationsDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation UnsnoozeNotifications($ids:[ID!]!){unsnoozeNotifications(ids:$ids){affectedCount inbox{...InboxSummary}undoId}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<UnsnoozeNotificationsMutation, UnsnoozeNotificationsMutationVariables>;

export function useUnsnoozeNotificationsMutation(options?: useMutation.Options<UnsnoozeNotificationsMutation, UnsnoozeNotificationsMutationVariables>): useMutation.ResultTuple<UnsnoozeNotificationsMutation, UnsnoozeNotificationsMutationVariables> {
  return useMutation<UnsnoozeNotificationsMutation, UnsnoozeNotificationsMutationVariables>(UnsnoozeNotificationsDocument, options);
}

export const PinNotificationsDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation PinNotifications($ids:[ID!]!){pinNotifications(ids:$ids){affectedCount inbox{...InboxSummary}undoId}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<PinNotificationsMutation, PinNotificationsMutationVariables>;

export function usePinNotificationsMutation(options?: useMutation.Options<PinNotificationsMutation, PinNotificationsMutationVariables>): useMutation.ResultTuple<PinNotificationsMutation, PinNotificationsMutationVariables> {
  return useMutation<PinNotificationsMutation, PinNotificationsMutationVariables>(PinNotificationsDocument, options);
}

export const UnpinNotificationsDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation UnpinNotifications($ids:[ID!]!){unpinNotifications(ids:$ids){affectedCount inbox{...InboxSummary}undoId}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<UnpinNotificationsMutation, UnpinNotificationsMutationVariables>;

export function useUnpinNotificationsMutation(options?: useMutation.Options<UnpinNotificationsMutation, UnpinNotificationsMutationVariables>): useMutation.ResultTuple<UnpinNotificationsMutation, UnpinNotificationsMutationVariables> {
  return useMutation<UnpinNotificationsMutation, UnpinNotificationsMutationVariables>(UnpinNotificationsDocument, options);
}

export const ActOnAllDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation ActOnAll($act:InboxAct!$upToSeq:Int!$filter:NotificationFilter$until:DateTime){actOnAll(act:$act upToSeq:$upToSeq filter:$filter until:$until){affectedCount inbox{...InboxSummary}undoId}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<ActOnAllMutation, ActOnAllMutationVariables>;

export function useActOnAllMutation(options?: useMutation.Options<ActOnAllMutation, ActOnAllMutationVariables>): useMutation.ResultTuple<ActOnAllMutation, ActOnAllMutationVariables> {
  return useMutation<ActOnAllMutation, ActOnAllMutationVariables>(ActOnAllDocument, options);
}

export const UndoDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation Undo($id:ID!){undo(id:$id){affectedCount inbox{...InboxSummary}}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<UndoMutation, UndoMutationVariables>;

export function useUndoMutation(options?: useMutation.Options<UndoMutation, UndoMutationVariables>): useMutation.ResultTuple<UndoMutation, UndoMutationVariables> {
  return useMutation<UndoMutation, UndoMutationVariables>(UndoDocument, options);
}
