// Generated from client/src/preferences/phone/phone.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useQuery, useMutation, type SkipToken } from '@apollo/client/react';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { SmsCountriesQuery, SmsCountriesQueryVariables, SetPhoneNumberMutation, SetPhoneNumberMutationVariables, ConfirmPhoneNumberMutation, ConfirmPhoneNumberMutationVariables } from './graphql.ts';
import { PreferencesFieldsDefinition } from './preferences.ts';

export const SmsCountriesDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query SmsCountries{smsCountries}')) as DocumentNode<SmsCountriesQuery, SmsCountriesQueryVariables>;

export function useSmsCountriesQuery(options?: SkipToken | useQuery.Options<SmsCountriesQuery, SmsCountriesQueryVariables>): useQuery.Result<SmsCountriesQuery, SmsCountriesQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<SmsCountriesQuery, SmsCountriesQueryVariables>(SmsCountriesDocument, options as useQuery.Options<SmsCountriesQuery, SmsCountriesQueryVariables> & { returnPartialData?: false });
}

export const SetPhoneNumberDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation SetPhoneNumber($number:String){setPhoneNumber(number:$number){preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<SetPhoneNumberMutation, SetPhoneNumberMutationVariables>;

export function useSetPhoneNumberMutation(options?: useMutation.Options<SetPhoneNumberMutation, SetPhoneNumberMutationVariables>): useMutation.ResultTuple<SetPhoneNumberMutation, SetPhoneNumberMutationVariables> {
  return useMutation<SetPhoneNumberMutation, SetPhoneNumberMutationVariables>(SetPhoneNumberDocument, options);
}

export const ConfirmPhoneNumberDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation ConfirmPhoneNumber($code:String!){confirmPhoneNumber(code:$code){preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<ConfirmPhoneNumberMutation, ConfirmPhoneNumberMutationVariables>;

export function useConfirmPhoneNumberMutation(options?: useMutation.Options<ConfirmPhoneNumberMutation, ConfirmPhoneNumberMutationVariables>): useMutation.ResultTuple<ConfirmPhoneNumberMutation, ConfirmPhoneNumberMutationVariables> {
  return useMutation<ConfirmPhoneNumberMutation, ConfirmPhoneNumberMutationVariables>(ConfirmPhoneNumberDocument, options);
}
