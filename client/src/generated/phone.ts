// Generated from client/src/preferences/phone/phone.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useQuery, useMutation, type SkipToken } from '@apollo/client/react';
import type { SmsCountriesQuery, SmsCountriesQueryVariables, SetPhoneNumberMutation, SetPhoneNumberMutationVariables, ConfirmPhoneNumberMutation, ConfirmPhoneNumberMutationVariables } from './graphql.ts';
import { PreferencesFieldsDefinition } from './preferences.ts';

export const SmsCountriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SmsCountries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"smsCountries"}}]}}]} as unknown as DocumentNode<SmsCountriesQuery, SmsCountriesQueryVariables>;

export function useSmsCountriesQuery(options?: SkipToken | useQuery.Options<SmsCountriesQuery, SmsCountriesQueryVariables>): useQuery.Result<SmsCountriesQuery, SmsCountriesQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<SmsCountriesQuery, SmsCountriesQueryVariables>(SmsCountriesDocument, options as useQuery.Options<SmsCountriesQuery, SmsCountriesQueryVariables> & { returnPartialData?: false });
}

export const SetPhoneNumberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPhoneNumber"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setPhoneNumber"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PreferencesFields"}}]}}]}}]}}, PreferencesFieldsDefinition]} as unknown as DocumentNode<SetPhoneNumberMutation, SetPhoneNumberMutationVariables>;

export function useSetPhoneNumberMutation(options?: useMutation.Options<SetPhoneNumberMutation, SetPhoneNumberMutationVariables>): useMutation.ResultTuple<SetPhoneNumberMutation, SetPhoneNumberMutationVariables> {
  return useMutation<SetPhoneNumberMutation, SetPhoneNumberMutationVariables>(SetPhoneNumberDocument, options);
}

export const ConfirmPhoneNumberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmPhoneNumber"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmPhoneNumber"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PreferencesFields"}}]}}]}}]}}, PreferencesFieldsDefinition]} as unknown as DocumentNode<ConfirmPhoneNumberMutation, ConfirmPhoneNumberMutationVariables>;

export function useConfirmPhoneNumberMutation(options?: useMutation.Options<ConfirmPhoneNumberMutation, ConfirmPhoneNumberMutationVariables>): useMutation.ResultTuple<ConfirmPhoneNumberMutation, ConfirmPhoneNumberMutationVariables> {
  return useMutation<ConfirmPhoneNumberMutation, ConfirmPhoneNumberMutationVariables>(ConfirmPhoneNumberDocument, options);
}
