// Generated from client/src/preferences/preferences.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useQuery, useMutation, type SkipToken } from '@apollo/client/react';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { PreferencesFieldsFragment, PreferencesQuery, PreferencesQueryVariables, SetDoNotDisturbMutation, SetDoNotDisturbMutationVariables, MuteSubjectMutation, MuteSubjectMutationVariables, UnmuteSubjectMutation, UnmuteSubjectMutationVariables, SetTimeZoneMutation, SetTimeZoneMutationVariables } from './graphql.ts';

export const PreferencesFieldsDefinition = /* @__PURE__ */ definitionOf('fragment PreferencesFields on Preferences{id language isLanguageChosen timeZone isTimeZoneChosen quietWeek{weekdays from until}digestHour digestWeekday doNotDisturbUntil hasEmailAddress phoneNumber isPhoneNumberConfirmed isPhoneNumberStopped pushEndpoints{id createdAt isThisSession}isPushContentShown categories{category title isCritical emailAfterMinutes channels{channel isOn isDefault pace}}mutedSubjects{type subjectId label url}}');
export const PreferencesFieldsFragmentDoc = /* @__PURE__ */ documentOf(PreferencesFieldsDefinition) as DocumentNode<PreferencesFieldsFragment, unknown>;

export const PreferencesDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query Preferences{preferences{...PreferencesFields}}'), PreferencesFieldsDefinition) as DocumentNode<PreferencesQuery, PreferencesQueryVariables>;

export function usePreferencesQuery(options?: SkipToken | useQuery.Options<PreferencesQuery, PreferencesQueryVariables>): useQuery.Result<PreferencesQuery, PreferencesQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<PreferencesQuery, PreferencesQueryVariables>(PreferencesDocument, options as useQuery.Options<PreferencesQuery, PreferencesQueryVariables> & { returnPartialData?: false });
}

export const SetDoNotDisturbDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation SetDoNotDisturb($until:DateTime){setDoNotDisturb(until:$until){preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<SetDoNotDisturbMutation, SetDoNotDisturbMutationVariables>;

export function useSetDoNotDisturbMutation(options?: useMutation.Options<SetDoNotDisturbMutation, SetDoNotDisturbMutationVariables>): useMutation.ResultTuple<SetDoNotDisturbMutation, SetDoNotDisturbMutationVariables> {
  return useMutation<SetDoNotDisturbMutation, SetDoNotDisturbMutationVariables>(SetDoNotDisturbDocument, options);
}

export const MuteSubjectDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation MuteSubject($subject:SubjectRef!){muteSubject(subject:$subject){preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<MuteSubjectMutation, MuteSubjectMutationVariables>;

export function useMuteSubjectMutation(options?: useMutation.Options<MuteSubjectMutation, MuteSubjectMutationVariables>): useMutation.ResultTuple<MuteSubjectMutation, MuteSubjectMutationVariables> {
  return useMutation<MuteSubjectMutation, MuteSubjectMutationVariables>(MuteSubjectDocument, options);
}

export const UnmuteSubjectDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation UnmuteSubject($subject:SubjectRef!){unmuteSubject(subject:$subject){preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<UnmuteSubjectMutation, UnmuteSubjectMutationVariables>;

export function useUnmuteSubjectMutation(options?: useMutation.Options<UnmuteSubjectMutation, UnmuteSubjectMutationVariables>): useMutation.ResultTuple<UnmuteSubjectMutation, UnmuteSubjectMutationVariables> {
  return useMutation<UnmuteSubjectMutation, UnmuteSubjectMutationVariables>(UnmuteSubjectDocument, options);
}

export const SetTimeZoneDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation SetTimeZone($timeZone:String!){setTimeZone(timeZone:$timeZone){preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<SetTimeZoneMutation, SetTimeZoneMutationVariables>;

export function useSetTimeZoneMutation(options?: useMutation.Options<SetTimeZoneMutation, SetTimeZoneMutationVariables>): useMutation.ResultTuple<SetTimeZoneMutation, SetTimeZoneMutationVariables> {
  return useMutation<SetTimeZoneMutation, SetTimeZoneMutationVariables>(SetTimeZoneDocument, options);
}
