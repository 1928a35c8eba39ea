// Generated from the *.graphql files; run the codegen script instead of editing.
import { useLazyQuery, useMutation, useQuery, useSubscription, type SkipToken } from '@apollo/client/react';
import { ActOnAllDocument, ApplicationDocument, ApplicationsDocument, ApproveApplicationDocument, ArchiveNotificationsDocument, ConfirmPhoneNumberDocument, CursorDocument, DeleteNotificationsDocument, DeliveriesDocument, FollowTopicDocument, InboxDocument, InboxChangesDocument, InstructorsDocument, MarkAllAsReadDocument, MarkAllAsSeenDocument, MarkAllAsShownDocument, MarkAsReadDocument, MarkAsUnreadDocument, MarkNotificationsAsReadDocument, MarkNotificationsAsUnreadDocument, MergeOfflineActsDocument, MissedChangesDocument, MuteSubjectDocument, NotificationDocument, NotificationsDocument, OpenSubjectDocument, OpenTopicsDocument, PerformActionDocument, PinNotificationsDocument, PreferencesDocument, PreferencesChangedDocument, PushPublicKeyDocument, RecentActsDocument, RefreshSessionDocument, RegisterPushEndpointDocument, RehearsalDocument, RejectApplicationDocument, RemovePushEndpointDocument, ResetPreferencesDocument, SetChannelPreferenceDocument, SetDigestTimeDocument, SetDoNotDisturbDocument, SetLanguageDocument, SetPaceDocument, SetPhoneNumberDocument, SetPushContentDocument, SetQuietHoursDocument, SetTimeZoneDocument, SignInDocument, SignOutDocument, SmsCountriesDocument, SnoozeNotificationsDocument, SubmitApplicationDocument, UnarchiveNotificationsDocument, UndoDocument, UnfollowTopicDocument, UnmuteSubjectDocument, UnpinNotificationsDocument, UnsnoozeNotificationsDocument, ViewerDocument } from './graphql.ts';
import type { ActOnAllMutation, ActOnAllMutationVariables, ApplicationQuery, ApplicationQueryVariables, ApplicationsQuery, ApplicationsQueryVariables, ApproveApplicationMutation, ApproveApplicationMutationVariables, ArchiveNotificationsMutation, ArchiveNotificationsMutationVariables, ConfirmPhoneNumberMutation, ConfirmPhoneNumberMutationVariables, CursorQuery, CursorQueryVariables, DeleteNotificationsMutation, DeleteNotificationsMutationVariables, DeliveriesQuery, DeliveriesQueryVariables, FollowTopicMutation, FollowTopicMutationVariables, InboxQuery, InboxQueryVariables, InboxChangesSubscription, InboxChangesSubscriptionVariables, InstructorsQuery, InstructorsQueryVariables, MarkAllAsReadMutation, MarkAllAsReadMutationVariables, MarkAllAsSeenMutation, MarkAllAsSeenMutationVariables, MarkAllAsShownMutation, MarkAllAsShownMutationVariables, MarkAsReadMutation, MarkAsReadMutationVariables, MarkAsUnreadMutation, MarkAsUnreadMutationVariables, MarkNotificationsAsReadMutation, MarkNotificationsAsReadMutationVariables, MarkNotificationsAsUnreadMutation, MarkNotificationsAsUnreadMutationVariables, MergeOfflineActsMutation, MergeOfflineActsMutationVariables, MissedChangesQuery, MissedChangesQueryVariables, MuteSubjectMutation, MuteSubjectMutationVariables, NotificationQuery, NotificationQueryVariables, NotificationsQuery, NotificationsQueryVariables, OpenSubjectMutation, OpenSubjectMutationVariables, OpenTopicsQuery, OpenTopicsQueryVariables, PerformActionMutation, PerformActionMutationVariables, PinNotificationsMutation, PinNotificationsMutationVariables, PreferencesQuery, PreferencesQueryVariables, PreferencesChangedSubscription, PreferencesChangedSubscriptionVariables, PushPublicKeyQuery, PushPublicKeyQueryVariables, RecentActsQuery, RecentActsQueryVariables, RefreshSessionMutation, RefreshSessionMutationVariables, RegisterPushEndpointMutation, RegisterPushEndpointMutationVariables, RehearsalQuery, RehearsalQueryVariables, RejectApplicationMutation, RejectApplicationMutationVariables, RemovePushEndpointMutation, RemovePushEndpointMutationVariables, ResetPreferencesMutation, ResetPreferencesMutationVariables, SetChannelPreferenceMutation, SetChannelPreferenceMutationVariables, SetDigestTimeMutation, SetDigestTimeMutationVariables, SetDoNotDisturbMutation, SetDoNotDisturbMutationVariables, SetLanguageMutation, SetLanguageMutationVariables, SetPaceMutation, SetPaceMutationVariables, SetPhoneNumberMutation, SetPhoneNumberMutationVariables, SetPushContentMutation, SetPushContentMutationVariables, SetQuietHoursMutation, SetQuietHoursMutationVariables, SetTimeZoneMutation, SetTimeZoneMutationVariables, SignInMutation, SignInMutationVariables, SignOutMutation, SignOutMutationVariables, SmsCountriesQuery, SmsCountriesQueryVariables, SnoozeNotificationsMutation, SnoozeNotificationsMutationVariables, SubmitApplicationMutation, SubmitApplicationMutationVariables, UnarchiveNotificationsMutation, UnarchiveNotificationsMutationVariables, UndoMutation, UndoMutationVariables, UnfollowTopicMutation, UnfollowTopicMutationVariables, UnmuteSubjectMutation, UnmuteSubjectMutationVariables, UnpinNotificationsMutation, UnpinNotificationsMutationVariables, UnsnoozeNotificationsMutation, UnsnoozeNotificationsMutationVariables, ViewerQuery, ViewerQueryVariables } from './graphql.ts';

export function useActOnAllMutation(options?: useMutation.Options<ActOnAllMutation, ActOnAllMutationVariables>): useMutation.ResultTuple<ActOnAllMutation, ActOnAllMutationVariables> {
  return useMutation<ActOnAllMutation, ActOnAllMutationVariables>(ActOnAllDocument, options);
}

export function useApplicationQuery(options: SkipToken | (useQuery.Options<ApplicationQuery, ApplicationQueryVariables> & ({ variables: ApplicationQueryVariables; skip?: boolean } | { skip: true }))): useQuery.Result<ApplicationQuery, ApplicationQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<ApplicationQuery, ApplicationQueryVariables>(ApplicationDocument, options as useQuery.Options<ApplicationQuery, ApplicationQueryVariables> & { returnPartialData?: false });
}

export function useApplicationLazyQuery(options?: useLazyQuery.Options<ApplicationQuery, ApplicationQueryVariables>): useLazyQuery.ResultTuple<ApplicationQuery, ApplicationQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<ApplicationQuery, ApplicationQueryVariables>(ApplicationDocument, options as useLazyQuery.Options<ApplicationQuery, ApplicationQueryVariables> & { returnPartialData?: false });
}

export function useApplicationsQuery(options?: SkipToken | useQuery.Options<ApplicationsQuery, ApplicationsQueryVariables>): useQuery.Result<ApplicationsQuery, ApplicationsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<ApplicationsQuery, ApplicationsQueryVariables>(ApplicationsDocument, options as useQuery.Options<ApplicationsQuery, ApplicationsQueryVariables> & { returnPartialData?: false });
}

export function useApplicationsLazyQuery(options?: useLazyQuery.Options<ApplicationsQuery, ApplicationsQueryVariables>): useLazyQuery.ResultTuple<ApplicationsQuery, ApplicationsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<ApplicationsQuery, ApplicationsQueryVariables>(ApplicationsDocument, options as useLazyQuery.Options<ApplicationsQuery, ApplicationsQueryVariables> & { returnPartialData?: false });
}

export function useApproveApplicationMutation(options?: useMutation.Options<ApproveApplicationMutation, ApproveApplicationMutationVariables>): useMutation.ResultTuple<ApproveApplicationMutation, ApproveApplicationMutationVariables> {
  return useMutation<ApproveApplicationMutation, ApproveApplicationMutationVariables>(ApproveApplicationDocument, options);
}

export function useArchiveNotificationsMutation(options?: useMutation.Options<ArchiveNotificationsMutation, ArchiveNotificationsMutationVariables>): useMutation.ResultTuple<ArchiveNotificationsMutation, ArchiveNotificationsMutationVariables> {
  return useMutation<ArchiveNotificationsMutation, ArchiveNotificationsMutationVariables>(ArchiveNotificationsDocument, options);
}

export function useConfirmPhoneNumberMutation(options?: useMutation.Options<ConfirmPhoneNumberMutation, ConfirmPhoneNumberMutationVariables>): useMutation.ResultTuple<ConfirmPhoneNumberMutation, ConfirmPhoneNumberMutationVariables> {
  return useMutation<ConfirmPhoneNumberMutation, ConfirmPhoneNumberMutationVariables>(ConfirmPhoneNumberDocument, options);
}

export function useCursorQuery(options: SkipToken | (useQuery.Options<CursorQuery, CursorQueryVariables> & ({ variables: CursorQueryVariables; skip?: boolean } | { skip: true }))): useQuery.Result<CursorQuery, CursorQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<CursorQuery, CursorQueryVariables>(CursorDocument, options as useQuery.Options<CursorQuery, CursorQueryVariables> & { returnPartialData?: false });
}

export function useCursorLazyQuery(options?: useLazyQuery.Options<CursorQuery, CursorQueryVariables>): useLazyQuery.ResultTuple<CursorQuery, CursorQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<CursorQuery, CursorQueryVariables>(CursorDocument, options as useLazyQuery.Options<CursorQuery, CursorQueryVariables> & { returnPartialData?: false });
}

export function useDeleteNotificationsMutation(options?: useMutation.Options<DeleteNotificationsMutation, DeleteNotificationsMutationVariables>): useMutation.ResultTuple<DeleteNotificationsMutation, DeleteNotificationsMutationVariables> {
  return useMutation<DeleteNotificationsMutation, DeleteNotificationsMutationVariables>(DeleteNotificationsDocument, options);
}

export function useDeliveriesQuery(options: SkipToken | (useQuery.Options<DeliveriesQuery, DeliveriesQueryVariables> & ({ variables: DeliveriesQueryVariables; skip?: boolean } | { skip: true }))): useQuery.Result<DeliveriesQuery, DeliveriesQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<DeliveriesQuery, DeliveriesQueryVariables>(DeliveriesDocument, options as useQuery.Options<DeliveriesQuery, DeliveriesQueryVariables> & { returnPartialData?: false });
}

export function useDeliveriesLazyQuery(options?: useLazyQuery.Options<DeliveriesQuery, DeliveriesQueryVariables>): useLazyQuery.ResultTuple<DeliveriesQuery, DeliveriesQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<DeliveriesQuery, DeliveriesQueryVariables>(DeliveriesDocument, options as useLazyQuery.Options<DeliveriesQuery, DeliveriesQueryVariables> & { returnPartialData?: false });
}

export function useFollowTopicMutation(options?: useMutation.Options<FollowTopicMutation, FollowTopicMutationVariables>): useMutation.ResultTuple<FollowTopicMutation, FollowTopicMutationVariables> {
  return useMutation<FollowTopicMutation, FollowTopicMutationVariables>(FollowTopicDocument, options);
}

export function useInboxQuery(options?: SkipToken | useQuery.Options<InboxQuery, InboxQueryVariables>): useQuery.Result<InboxQuery, InboxQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<InboxQuery, InboxQueryVariables>(InboxDocument, options as useQuery.Options<InboxQuery, InboxQueryVariables> & { returnPartialData?: false });
}

export function useInboxLazyQuery(options?: useLazyQuery.Options<InboxQuery, InboxQueryVariables>): useLazyQuery.ResultTuple<InboxQuery, InboxQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<InboxQuery, InboxQueryVariables>(InboxDocument, options as useLazyQuery.Options<InboxQuery, InboxQueryVariables> & { returnPartialData?: false });
}

export function useInboxChangesSubscription(options?: SkipToken | useSubscription.Options<InboxChangesSubscription, InboxChangesSubscriptionVariables>): useSubscription.Result<InboxChangesSubscription> {
  return useSubscription<InboxChangesSubscription, InboxChangesSubscriptionVariables>(InboxChangesDocument, options as useSubscription.Options<InboxChangesSubscription, InboxChangesSubscriptionVariables>);
}

export function useInstructorsQuery(options?: SkipToken | useQuery.Options<InstructorsQuery, InstructorsQueryVariables>): useQuery.Result<InstructorsQuery, InstructorsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<InstructorsQuery, InstructorsQueryVariables>(InstructorsDocument, options as useQuery.Options<InstructorsQuery, InstructorsQueryVariables> & { returnPartialData?: false });
}

export function useInstructorsLazyQuery(options?: useLazyQuery.Options<InstructorsQuery, InstructorsQueryVariables>): useLazyQuery.ResultTuple<InstructorsQuery, InstructorsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<InstructorsQuery, InstructorsQueryVariables>(InstructorsDocument, options as useLazyQuery.Options<InstructorsQuery, InstructorsQueryVariables> & { returnPartialData?: false });
}

export function useMarkAllAsReadMutation(options?: useMutation.Options<MarkAllAsReadMutation, MarkAllAsReadMutationVariables>): useMutation.ResultTuple<MarkAllAsReadMutation, MarkAllAsReadMutationVariables> {
  return useMutation<MarkAllAsReadMutation, MarkAllAsReadMutationVariables>(MarkAllAsReadDocument, options);
}

export function useMarkAllAsSeenMutation(options?: useMutation.Options<MarkAllAsSeenMutation, MarkAllAsSeenMutationVariables>): useMutation.ResultTuple<MarkAllAsSeenMutation, MarkAllAsSeenMutationVariables> {
  return useMutation<MarkAllAsSeenMutation, MarkAllAsSeenMutationVariables>(MarkAllAsSeenDocument, options);
}

export function useMarkAllAsShownMutation(options?: useMutation.Options<MarkAllAsShownMutation, MarkAllAsShownMutationVariables>): useMutation.ResultTuple<MarkAllAsShownMutation, MarkAllAsShownMutationVariables> {
  return useMutation<MarkAllAsShownMutation, MarkAllAsShownMutationVariables>(MarkAllAsShownDocument, options);
}

export function useMarkAsReadMutation(options?: useMutation.Options<MarkAsReadMutation, MarkAsReadMutationVariables>): useMutation.ResultTuple<MarkAsReadMutation, MarkAsReadMutationVariables> {
  return useMutation<MarkAsReadMutation, MarkAsReadMutationVariables>(MarkAsReadDocument, options);
}

export function useMarkAsUnreadMutation(options?: useMutation.Options<MarkAsUnreadMutation, MarkAsUnreadMutationVariables>): useMutation.ResultTuple<MarkAsUnreadMutation, MarkAsUnreadMutationVariables> {
  return useMutation<MarkAsUnreadMutation, MarkAsUnreadMutationVariables>(MarkAsUnreadDocument, options);
}

export function useMarkNotificationsAsReadMutation(options?: useMutation.Options<MarkNotificationsAsReadMutation, MarkNotificationsAsReadMutationVariables>): useMutation.ResultTuple<MarkNotificationsAsReadMutation, MarkNotificationsAsReadMutationVariables> {
  return useMutation<MarkNotificationsAsReadMutation, MarkNotificationsAsReadMutationVariables>(MarkNotificationsAsReadDocument, options);
}

export function useMarkNotificationsAsUnreadMutation(options?: useMutation.Options<MarkNotificationsAsUnreadMutation, MarkNotificationsAsUnreadMutationVariables>): useMutation.ResultTuple<MarkNotificationsAsUnreadMutation, MarkNotificationsAsUnreadMutationVariables> {
  return useMutation<MarkNotificationsAsUnreadMutation, MarkNotificationsAsUnreadMutationVariables>(MarkNotificationsAsUnreadDocument, options);
}

export function useMergeOfflineActsMutation(options?: useMutation.Options<MergeOfflineActsMutation, MergeOfflineActsMutationVariables>): useMutation.ResultTuple<MergeOfflineActsMutation, MergeOfflineActsMutationVariables> {
  return useMutation<MergeOfflineActsMutation, MergeOfflineActsMutationVariables>(MergeOfflineActsDocument, options);
}

export function useMissedChangesQuery(options: SkipToken | (useQuery.Options<MissedChangesQuery, MissedChangesQueryVariables> & ({ variables: MissedChangesQueryVariables; skip?: boolean } | { skip: true }))): useQuery.Result<MissedChangesQuery, MissedChangesQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<MissedChangesQuery, MissedChangesQueryVariables>(MissedChangesDocument, options as useQuery.Options<MissedChangesQuery, MissedChangesQueryVariables> & { returnPartialData?: false });
}

export function useMissedChangesLazyQuery(options?: useLazyQuery.Options<MissedChangesQuery, MissedChangesQueryVariables>): useLazyQuery.ResultTuple<MissedChangesQuery, MissedChangesQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<MissedChangesQuery, MissedChangesQueryVariables>(MissedChangesDocument, options as useLazyQuery.Options<MissedChangesQuery, MissedChangesQueryVariables> & { returnPartialData?: false });
}

export function useMuteSubjectMutation(options?: useMutation.Options<MuteSubjectMutation, MuteSubjectMutationVariables>): useMutation.ResultTuple<MuteSubjectMutation, MuteSubjectMutationVariables> {
  return useMutation<MuteSubjectMutation, MuteSubjectMutationVariables>(MuteSubjectDocument, options);
}

export function useNotificationQuery(options: SkipToken | (useQuery.Options<NotificationQuery, NotificationQueryVariables> & ({ variables: NotificationQueryVariables; skip?: boolean } | { skip: true }))): useQuery.Result<NotificationQuery, NotificationQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<NotificationQuery, NotificationQueryVariables>(NotificationDocument, options as useQuery.Options<NotificationQuery, NotificationQueryVariables> & { returnPartialData?: false });
}

export function useNotificationLazyQuery(options?: useLazyQuery.Options<NotificationQuery, NotificationQueryVariables>): useLazyQuery.ResultTuple<NotificationQuery, NotificationQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<NotificationQuery, NotificationQueryVariables>(NotificationDocument, options as useLazyQuery.Options<NotificationQuery, NotificationQueryVariables> & { returnPartialData?: false });
}

export function useNotificationsQuery(options?: SkipToken | useQuery.Options<NotificationsQuery, NotificationsQueryVariables>): useQuery.Result<NotificationsQuery, NotificationsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<NotificationsQuery, NotificationsQueryVariables>(NotificationsDocument, options as useQuery.Options<NotificationsQuery, NotificationsQueryVariables> & { returnPartialData?: false });
}

export function useNotificationsLazyQuery(options?: useLazyQuery.Options<NotificationsQuery, NotificationsQueryVariables>): useLazyQuery.ResultTuple<NotificationsQuery, NotificationsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<NotificationsQuery, NotificationsQueryVariables>(NotificationsDocument, options as useLazyQuery.Options<NotificationsQuery, NotificationsQueryVariables> & { returnPartialData?: false });
}

export function useOpenSubjectMutation(options?: useMutation.Options<OpenSubjectMutation, OpenSubjectMutationVariables>): useMutation.ResultTuple<OpenSubjectMutation, OpenSubjectMutationVariables> {
  return useMutation<OpenSubjectMutation, OpenSubjectMutationVariables>(OpenSubjectDocument, options);
}

export function useOpenTopicsQuery(options?: SkipToken | useQuery.Options<OpenTopicsQuery, OpenTopicsQueryVariables>): useQuery.Result<OpenTopicsQuery, OpenTopicsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<OpenTopicsQuery, OpenTopicsQueryVariables>(OpenTopicsDocument, options as useQuery.Options<OpenTopicsQuery, OpenTopicsQueryVariables> & { returnPartialData?: false });
}

export function useOpenTopicsLazyQuery(options?: useLazyQuery.Options<OpenTopicsQuery, OpenTopicsQueryVariables>): useLazyQuery.ResultTuple<OpenTopicsQuery, OpenTopicsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<OpenTopicsQuery, OpenTopicsQueryVariables>(OpenTopicsDocument, options as useLazyQuery.Options<OpenTopicsQuery, OpenTopicsQueryVariables> & { returnPartialData?: false });
}

export function usePerformActionMutation(options?: useMutation.Options<PerformActionMutation, PerformActionMutationVariables>): useMutation.ResultTuple<PerformActionMutation, PerformActionMutationVariables> {
  return useMutation<PerformActionMutation, PerformActionMutationVariables>(PerformActionDocument, options);
}

export function usePinNotificationsMutation(options?: useMutation.Options<PinNotificationsMutation, PinNotificationsMutationVariables>): useMutation.ResultTuple<PinNotificationsMutation, PinNotificationsMutationVariables> {
  return useMutation<PinNotificationsMutation, PinNotificationsMutationVariables>(PinNotificationsDocument, options);
}

export function usePreferencesQuery(options?: SkipToken | useQuery.Options<PreferencesQuery, PreferencesQueryVariables>): useQuery.Result<PreferencesQuery, PreferencesQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<PreferencesQuery, PreferencesQueryVariables>(PreferencesDocument, options as useQuery.Options<PreferencesQuery, PreferencesQueryVariables> & { returnPartialData?: false });
}

export function usePreferencesLazyQuery(options?: useLazyQuery.Options<PreferencesQuery, PreferencesQueryVariables>): useLazyQuery.ResultTuple<PreferencesQuery, PreferencesQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<PreferencesQuery, PreferencesQueryVariables>(PreferencesDocument, options as useLazyQuery.Options<PreferencesQuery, PreferencesQueryVariables> & { returnPartialData?: false });
}

export function usePreferencesChangedSubscription(options?: SkipToken | useSubscription.Options<PreferencesChangedSubscription, PreferencesChangedSubscriptionVariables>): useSubscription.Result<PreferencesChangedSubscription> {
  return useSubscription<PreferencesChangedSubscription, PreferencesChangedSubscriptionVariables>(PreferencesChangedDocument, options as useSubscription.Options<PreferencesChangedSubscription, PreferencesChangedSubscriptionVariables>);
}

export function usePushPublicKeyQuery(options?: SkipToken | useQuery.Options<PushPublicKeyQuery, PushPublicKeyQueryVariables>): useQuery.Result<PushPublicKeyQuery, PushPublicKeyQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<PushPublicKeyQuery, PushPublicKeyQueryVariables>(PushPublicKeyDocument, options as useQuery.Options<PushPublicKeyQuery, PushPublicKeyQueryVariables> & { returnPartialData?: false });
}

export function usePushPublicKeyLazyQuery(options?: useLazyQuery.Options<PushPublicKeyQuery, PushPublicKeyQueryVariables>): useLazyQuery.ResultTuple<PushPublicKeyQuery, PushPublicKeyQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<PushPublicKeyQuery, PushPublicKeyQueryVariables>(PushPublicKeyDocument, options as useLazyQuery.Options<PushPublicKeyQuery, PushPublicKeyQueryVariables> & { returnPartialData?: false });
}

export function useRecentActsQuery(options?: SkipToken | useQuery.Options<RecentActsQuery, RecentActsQueryVariables>): useQuery.Result<RecentActsQuery, RecentActsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<RecentActsQuery, RecentActsQueryVariables>(RecentActsDocument, options as useQuery.Options<RecentActsQuery, RecentActsQueryVariables> & { returnPartialData?: false });
}

export function useRecentActsLazyQuery(options?: useLazyQuery.Options<RecentActsQuery, RecentActsQueryVariables>): useLazyQuery.ResultTuple<RecentActsQuery, RecentActsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<RecentActsQuery, RecentActsQueryVariables>(RecentActsDocument, options as useLazyQuery.Options<RecentActsQuery, RecentActsQueryVariables> & { returnPartialData?: false });
}

export function useRefreshSessionMutation(options?: useMutation.Options<RefreshSessionMutation, RefreshSessionMutationVariables>): useMutation.ResultTuple<RefreshSessionMutation, RefreshSessionMutationVariables> {
  return useMutation<RefreshSessionMutation, RefreshSessionMutationVariables>(RefreshSessionDocument, options);
}

export function useRegisterPushEndpointMutation(options?: useMutation.Options<RegisterPushEndpointMutation, RegisterPushEndpointMutationVariables>): useMutation.ResultTuple<RegisterPushEndpointMutation, RegisterPushEndpointMutationVariables> {
  return useMutation<RegisterPushEndpointMutation, RegisterPushEndpointMutationVariables>(RegisterPushEndpointDocument, options);
}

export function useRehearsalQuery(options: SkipToken | (useQuery.Options<RehearsalQuery, RehearsalQueryVariables> & ({ variables: RehearsalQueryVariables; skip?: boolean } | { skip: true }))): useQuery.Result<RehearsalQuery, RehearsalQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<RehearsalQuery, RehearsalQueryVariables>(RehearsalDocument, options as useQuery.Options<RehearsalQuery, RehearsalQueryVariables> & { returnPartialData?: false });
}

export function useRehearsalLazyQuery(options?: useLazyQuery.Options<RehearsalQuery, RehearsalQueryVariables>): useLazyQuery.ResultTuple<RehearsalQuery, RehearsalQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<RehearsalQuery, RehearsalQueryVariables>(RehearsalDocument, options as useLazyQuery.Options<RehearsalQuery, RehearsalQueryVariables> & { returnPartialData?: false });
}

export function useRejectApplicationMutation(options?: useMutation.Options<RejectApplicationMutation, RejectApplicationMutationVariables>): useMutation.ResultTuple<RejectApplicationMutation, RejectApplicationMutationVariables> {
  return useMutation<RejectApplicationMutation, RejectApplicationMutationVariables>(RejectApplicationDocument, options);
}

export function useRemovePushEndpointMutation(options?: useMutation.Options<RemovePushEndpointMutation, RemovePushEndpointMutationVariables>): useMutation.ResultTuple<RemovePushEndpointMutation, RemovePushEndpointMutationVariables> {
  return useMutation<RemovePushEndpointMutation, RemovePushEndpointMutationVariables>(RemovePushEndpointDocument, options);
}

export function useResetPreferencesMutation(options?: useMutation.Options<ResetPreferencesMutation, ResetPreferencesMutationVariables>): useMutation.ResultTuple<ResetPreferencesMutation, ResetPreferencesMutationVariables> {
  return useMutation<ResetPreferencesMutation, ResetPreferencesMutationVariables>(ResetPreferencesDocument, options);
}

export function useSetChannelPreferenceMutation(options?: useMutation.Options<SetChannelPreferenceMutation, SetChannelPreferenceMutationVariables>): useMutation.ResultTuple<SetChannelPreferenceMutation, SetChannelPreferenceMutationVariables> {
  return useMutation<SetChannelPreferenceMutation, SetChannelPreferenceMutationVariables>(SetChannelPreferenceDocument, options);
}

export function useSetDigestTimeMutation(options?: useMutation.Options<SetDigestTimeMutation, SetDigestTimeMutationVariables>): useMutation.ResultTuple<SetDigestTimeMutation, SetDigestTimeMutationVariables> {
  return useMutation<SetDigestTimeMutation, SetDigestTimeMutationVariables>(SetDigestTimeDocument, options);
}

export function useSetDoNotDisturbMutation(options?: useMutation.Options<SetDoNotDisturbMutation, SetDoNotDisturbMutationVariables>): useMutation.ResultTuple<SetDoNotDisturbMutation, SetDoNotDisturbMutationVariables> {
  return useMutation<SetDoNotDisturbMutation, SetDoNotDisturbMutationVariables>(SetDoNotDisturbDocument, options);
}

export function useSetLanguageMutation(options?: useMutation.Options<SetLanguageMutation, SetLanguageMutationVariables>): useMutation.ResultTuple<SetLanguageMutation, SetLanguageMutationVariables> {
  return useMutation<SetLanguageMutation, SetLanguageMutationVariables>(SetLanguageDocument, options);
}

export function useSetPaceMutation(options?: useMutation.Options<SetPaceMutation, SetPaceMutationVariables>): useMutation.ResultTuple<SetPaceMutation, SetPaceMutationVariables> {
  return useMutation<SetPaceMutation, SetPaceMutationVariables>(SetPaceDocument, options);
}

export function useSetPhoneNumberMutation(options?: useMutation.Options<SetPhoneNumberMutation, SetPhoneNumberMutationVariables>): useMutation.ResultTuple<SetPhoneNumberMutation, SetPhoneNumberMutationVariables> {
  return useMutation<SetPhoneNumberMutation, SetPhoneNumberMutationVariables>(SetPhoneNumberDocument, options);
}

export function useSetPushContentMutation(options?: useMutation.Options<SetPushContentMutation, SetPushContentMutationVariables>): useMutation.ResultTuple<SetPushContentMutation, SetPushContentMutationVariables> {
  return useMutation<SetPushContentMutation, SetPushContentMutationVariables>(SetPushContentDocument, options);
}

export function useSetQuietHoursMutation(options?: useMutation.Options<SetQuietHoursMutation, SetQuietHoursMutationVariables>): useMutation.ResultTuple<SetQuietHoursMutation, SetQuietHoursMutationVariables> {
  return useMutation<SetQuietHoursMutation, SetQuietHoursMutationVariables>(SetQuietHoursDocument, options);
}

export function useSetTimeZoneMutation(options?: useMutation.Options<SetTimeZoneMutation, SetTimeZoneMutationVariables>): useMutation.ResultTuple<SetTimeZoneMutation, SetTimeZoneMutationVariables> {
  return useMutation<SetTimeZoneMutation, SetTimeZoneMutationVariables>(SetTimeZoneDocument, options);
}

export function useSignInMutation(options?: useMutation.Options<SignInMutation, SignInMutationVariables>): useMutation.ResultTuple<SignInMutation, SignInMutationVariables> {
  return useMutation<SignInMutation, SignInMutationVariables>(SignInDocument, options);
}

export function useSignOutMutation(options?: useMutation.Options<SignOutMutation, SignOutMutationVariables>): useMutation.ResultTuple<SignOutMutation, SignOutMutationVariables> {
  return useMutation<SignOutMutation, SignOutMutationVariables>(SignOutDocument, options);
}

export function useSmsCountriesQuery(options?: SkipToken | useQuery.Options<SmsCountriesQuery, SmsCountriesQueryVariables>): useQuery.Result<SmsCountriesQuery, SmsCountriesQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<SmsCountriesQuery, SmsCountriesQueryVariables>(SmsCountriesDocument, options as useQuery.Options<SmsCountriesQuery, SmsCountriesQueryVariables> & { returnPartialData?: false });
}

export function useSmsCountriesLazyQuery(options?: useLazyQuery.Options<SmsCountriesQuery, SmsCountriesQueryVariables>): useLazyQuery.ResultTuple<SmsCountriesQuery, SmsCountriesQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<SmsCountriesQuery, SmsCountriesQueryVariables>(SmsCountriesDocument, options as useLazyQuery.Options<SmsCountriesQuery, SmsCountriesQueryVariables> & { returnPartialData?: false });
}

export function useSnoozeNotificationsMutation(options?: useMutation.Options<SnoozeNotificationsMutation, SnoozeNotificationsMutationVariables>): useMutation.ResultTuple<SnoozeNotificationsMutation, SnoozeNotificationsMutationVariables> {
  return useMutation<SnoozeNotificationsMutation, SnoozeNotificationsMutationVariables>(SnoozeNotificationsDocument, options);
}

export function useSubmitApplicationMutation(options?: useMutation.Options<SubmitApplicationMutation, SubmitApplicationMutationVariables>): useMutation.ResultTuple<SubmitApplicationMutation, SubmitApplicationMutationVariables> {
  return useMutation<SubmitApplicationMutation, SubmitApplicationMutationVariables>(SubmitApplicationDocument, options);
}

export function useUnarchiveNotificationsMutation(options?: useMutation.Options<UnarchiveNotificationsMutation, UnarchiveNotificationsMutationVariables>): useMutation.ResultTuple<UnarchiveNotificationsMutation, UnarchiveNotificationsMutationVariables> {
  return useMutation<UnarchiveNotificationsMutation, UnarchiveNotificationsMutationVariables>(UnarchiveNotificationsDocument, options);
}

export function useUndoMutation(options?: useMutation.Options<UndoMutation, UndoMutationVariables>): useMutation.ResultTuple<UndoMutation, UndoMutationVariables> {
  return useMutation<UndoMutation, UndoMutationVariables>(UndoDocument, options);
}

export function useUnfollowTopicMutation(options?: useMutation.Options<UnfollowTopicMutation, UnfollowTopicMutationVariables>): useMutation.ResultTuple<UnfollowTopicMutation, UnfollowTopicMutationVariables> {
  return useMutation<UnfollowTopicMutation, UnfollowTopicMutationVariables>(UnfollowTopicDocument, options);
}

export function useUnmuteSubjectMutation(options?: useMutation.Options<UnmuteSubjectMutation, UnmuteSubjectMutationVariables>): useMutation.ResultTuple<UnmuteSubjectMutation, UnmuteSubjectMutationVariables> {
  return useMutation<UnmuteSubjectMutation, UnmuteSubjectMutationVariables>(UnmuteSubjectDocument, options);
}

export function useUnpinNotificationsMutation(options?: useMutation.Options<UnpinNotificationsMutation, UnpinNotificationsMutationVariables>): useMutation.ResultTuple<UnpinNotificationsMutation, UnpinNotificationsMutationVariables> {
  return useMutation<UnpinNotificationsMutation, UnpinNotificationsMutationVariables>(UnpinNotificationsDocument, options);
}

export function useUnsnoozeNotificationsMutation(options?: useMutation.Options<UnsnoozeNotificationsMutation, UnsnoozeNotificationsMutationVariables>): useMutation.ResultTuple<UnsnoozeNotificationsMutation, UnsnoozeNotificationsMutationVariables> {
  return useMutation<UnsnoozeNotificationsMutation, UnsnoozeNotificationsMutationVariables>(UnsnoozeNotificationsDocument, options);
}

export function useViewerQuery(options?: SkipToken | useQuery.Options<ViewerQuery, ViewerQueryVariables>): useQuery.Result<ViewerQuery, ViewerQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<ViewerQuery, ViewerQueryVariables>(ViewerDocument, options as useQuery.Options<ViewerQuery, ViewerQueryVariables> & { returnPartialData?: false });
}

export function useViewerLazyQuery(options?: useLazyQuery.Options<ViewerQuery, ViewerQueryVariables>): useLazyQuery.ResultTuple<ViewerQuery, ViewerQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<ViewerQuery, ViewerQueryVariables>(ViewerDocument, options as useLazyQuery.Options<ViewerQuery, ViewerQueryVariables> & { returnPartialData?: false });
}
