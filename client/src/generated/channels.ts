// Generated from client/src/preferences/channels/channels.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { SetChannelPreferenceMutation, SetChannelPreferenceMutationVariables, SetPaceMutation, SetPaceMutationVariables, SetDigestTimeMutation, SetDigestTimeMutationVariables, ResetPreferencesMutation, ResetPreferencesMutationVariables, SetQuietHoursMutation, SetQuietHoursMutationVariables, SetLanguageMutation, SetLanguageMutationVariables, SetPushContentMutation, SetPushContentMutationVariables } from './graphql.ts';
import { PreferencesFieldsDefinition } from './preferences.ts';

export const SetChannelPreferenceDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation SetChannelPreference($category:String!$channel:Channel!$isOn:Boolean){setChannelPreference(category:$category channel:$channel isOn:$isOn){preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<SetChannelPreferenceMutation, SetChannelPreferenceMutationVariables>;

export function useSetChannelPreferenceMutation(options?: useMutation.Options<SetChannelPreferenceMutation, SetChannelPreferenceMutationVariables>): useMutation.ResultTuple<SetChannelPreferenceMutation, SetChannelPreferenceMutationVariables> {
  return useMutation<SetChannelPreferenceMutation, SetChannelPreferenceMutationVariables>(SetChannelPreferenceDocument, options);
}

export const SetPaceDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation SetPace($category:String!$channel:Channel!$pace:Pace){setPace(category:$category channel:$channel pace:$pace){preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<SetPaceMutation, SetPaceMutationVariables>;

export function useSetPaceMutation(options?: useMutation.Options<SetPaceMutation, SetPaceMutationVariables>): useMutation.ResultTuple<SetPaceMutation, SetPaceMutationVariables> {
  return useMutation<SetPaceMutation, SetPaceMutationVariables>(SetPaceDocument, options);
}

export const SetDigestTimeDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation SetDigestTime($hour:Int$weekday:Weekday){setDigestTime(hour:$hour weekday:$weekday){preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<SetDigestTimeMutation, SetDigestTimeMutationVariables>;

export function useSetDigestTimeMutation(options?: useMutation.Options<SetDigestTimeMutation, SetDigestTimeMutationVariables>): useMutation.ResultTuple<SetDigestTimeMutation, SetDigestTimeMutationVariables> {
  return useMutation<SetDigestTimeMutation, SetDigestTimeMutationVariables>(SetDigestTimeDocument, options);
}

export const ResetPreferencesDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation ResetPreferences{resetPreferences{preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<ResetPreferencesMutation, ResetPreferencesMutationVariables>;

export function useResetPreferencesMutation(options?: useMutation.Options<ResetPreferencesMutation, ResetPreferencesMutationVariables>): useMutation.ResultTuple<ResetPreferencesMutation, ResetPreferencesMutationVariables> {
  return useMutation<ResetPreferencesMutation, ResetPreferencesMutationVariables>(ResetPreferencesDocument, options);
}

export const SetQuietHoursDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation SetQuietHours($from:String$until:String$weekdays:[Weekday!]){setQuietHours(from:$from until:$until weekdays:$weekdays){preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<SetQuietHoursMutation, SetQuietHoursMutationVariables>;

export function useSetQuietHoursMutation(options?: useMutation.Options<SetQuietHoursMutation, SetQuietHoursMutationVariables>): useMutation.ResultTuple<SetQuietHoursMutation, SetQuietHoursMutationVariables> {
  return useMutation<SetQuietHoursMutation, SetQuietHoursMutationVariables>(SetQuietHoursDocument, options);
}

export const SetLanguageDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation SetLanguage($language:Language!){setLanguage(language:$language){preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<SetLanguageMutation, SetLanguageMutationVariables>;

export function useSetLanguageMutation(options?: useMutation.Options<SetLanguageMutation, SetLanguageMutationVariables>): useMutation.ResultTuple<SetLanguageMutation, SetLanguageMutationVariables> {
  return useMutation<SetLanguageMutation, SetLanguageMutationVariables>(SetLanguageDocument, options);
}

export const SetPushContentDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation SetPushContent($isShown:Boolean!){setPushContent(isShown:$isShown){preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<SetPushContentMutation, SetPushContentMutationVariables>;

export function useSetPushContentMutation(options?: useMutation.Options<SetPushContentMutation, SetPushContentMutationVariables>): useMutation.ResultTuple<SetPushContentMutation, SetPushContentMutationVariables> {
  return useMutation<SetPushContentMutation, SetPushContentMutationVariables>(SetPushContentDocument, options);
}
