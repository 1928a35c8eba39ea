// Generated from client/src/inbox/inbox.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useQuery, useMutation, type SkipToken } from '@apollo/client/react';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { NotificationRowFragment, ActionFragment, InboxSummaryFragment, CountsFragment, ViewerQuery, ViewerQueryVariables, InboxQuery, InboxQueryVariables, NotificationsQuery, NotificationsQueryVariables, NotificationQuery, NotificationQueryVariables, CursorQuery, CursorQueryVariables, RecentActsQuery, RecentActsQueryVariables, MarkAllAsSeenMutation, MarkAllAsSeenMutationVariables } from './graphql.ts';

export const ActionDefinition = /* @__PURE__ */ definitionOf('fragment Action on NotificationAction{actionId label style asksForComment}');
export const ActionFragmentDoc = /* @__PURE__ */ documentOf(ActionDefinition) as DocumentNode<ActionFragment, unknown>;

export const CountsDefinition = /* @__PURE__ */ definitionOf('fragment Counts on InboxCounts{epoch seq unread unseen categories{category unread isRest}}');
export const CountsFragmentDoc = /* @__PURE__ */ documentOf(CountsDefinition) as DocumentNode<CountsFragment, unknown>;

export const NotificationRowDefinition = /* @__PURE__ */ definitionOf('fragment NotificationRow on Notification{id seq changeSeq type category title message url createdAt count readAt isRead archivedAt snoozedUntil isPinned settledAt editedAt retractedAt isEscalated ring severity imageUrl subject{type subjectId label url}actors{actorId name imageUrl}actorCount actions{...Action}outcome{action{label style}by{actorId name}at comment}application{id status}}');
export const NotificationRowFragmentDoc = /* @__PURE__ */ documentOf(NotificationRowDefinition, ActionDefinition) as DocumentNode<NotificationRowFragment, unknown>;

export const InboxSummaryDefinition = /* @__PURE__ */ definitionOf('fragment InboxSummary on Inbox{id counts{...Counts}}');
export const InboxSummaryFragmentDoc = /* @__PURE__ */ documentOf(InboxSummaryDefinition, CountsDefinition) as DocumentNode<InboxSummaryFragment, unknown>;

export const ViewerDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query Viewer{viewer{id name role}}')) as DocumentNode<ViewerQuery, ViewerQueryVariables>;

export function useViewerQuery(options?: SkipToken | useQuery.Options<ViewerQuery, ViewerQueryVariables>): useQuery.Result<ViewerQuery, ViewerQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<ViewerQuery, ViewerQueryVariables>(ViewerDocument, options as useQuery.Options<ViewerQuery, ViewerQueryVariables> & { returnPartialData?: false });
}

export const InboxDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query Inbox{inbox{...InboxSummary}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<InboxQuery, InboxQueryVariables>;

export function useInboxQuery(options?: SkipToken | useQuery.Options<InboxQuery, InboxQueryVariables>): useQuery.Result<InboxQuery, InboxQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<InboxQuery, InboxQueryVariables>(InboxDocument, options as useQuery.Options<InboxQuery, InboxQueryVariables> & { returnPartialData?: false });
}

export const NotificationsDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query Notifications($first:Int$after:String$filter:NotificationFilter){notifications(first:$first after:$after filter:$filter){edges{node{...NotificationRow}}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}inbox{...InboxSummary}}}'), NotificationRowDefinition, ActionDefinition, InboxSummaryDefinition, CountsDefinition) as DocumentNode<NotificationsQuery, NotificationsQueryVariables>;

export function useNotificationsQuery(options?: SkipToken | useQuery.Options<NotificationsQuery, NotificationsQueryVariables>): useQuery.Result<NotificationsQuery, NotificationsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<NotificationsQuery, NotificationsQueryVariables>(NotificationsDocument, options as useQuery.Options<NotificationsQuery, NotificationsQueryVariables> & { returnPartialData?: false });
}

export const NotificationDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query Notification($id:ID!){notification(id:$id){...NotificationRow}}'), NotificationRowDefinition, ActionDefinition) as DocumentNode<NotificationQuery, NotificationQueryVariables>;

export function useNotificationQuery(options: SkipToken | (useQuery.Options<NotificationQuery, NotificationQueryVariables> & ({ variables: NotificationQueryVariables; skip?: boolean } | { skip: true }))): useQuery.Result<NotificationQuery, NotificationQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<NotificationQuery, NotificationQueryVariables>(NotificationDocument, options as useQuery.Options<NotificationQuery, NotificationQueryVariables> & { returnPartialData?: false });
}

export const CursorDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query Cursor($id:ID!){notification(id:$id){id cursor}}')) as DocumentNode<CursorQuery, CursorQueryVariables>;

export function useCursorQuery(options: SkipToken | (useQuery.Options<CursorQuery, CursorQueryVariables> & ({ variables: CursorQueryVariables; skip?: boolean } | { skip: true }))): useQuery.Result<CursorQuery, CursorQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<CursorQuery, CursorQueryVariables>(CursorDocument, options as useQuery.Options<CursorQuery, CursorQueryVariables> & { returnPartialData?: false });
}

export const RecentActsDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query RecentActs{recentActs{id act affectedCount at}}')) as DocumentNode<RecentActsQuery, RecentActsQueryVariables>;

export function useRecentActsQuery(options?: SkipToken | useQuery.Options<RecentActsQuery, RecentActsQueryVariables>): useQuery.Result<RecentActsQuery, RecentActsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<RecentActsQuery, RecentActsQueryVariables>(RecentActsDocument, options as useQuery.Options<RecentActsQuery, RecentActsQueryVariables> & { returnPartialData?: false });
}

export const MarkAllAsSeenDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation MarkAllAsSeen($upToSeq:Int!){markAllAsSeen(upToSeq:$upToSeq){inbox{...InboxSummary}}}'), InboxSummaryDefinition, CountsDefinition) as DocumentNode<MarkAllAsSeenMutation, MarkAllAsSeenMutationVariables>;

export function useMarkAllAsSeenMutation(options?: useMutation.Options<MarkAllAsSeenMutation, MarkAllAsSeenMutationVariables>): useMutation.ResultTuple<MarkAllAsSeenMutation, MarkAllAsSeenMutationVariables> {
  return useMutation<MarkAllAsSeenMutation, MarkAllAsSeenMutationVariables>(MarkAllAsSeenDocument, options);
}
