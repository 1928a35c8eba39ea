// Generated from client/src/preferences/push/push.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useQuery, useMutation, type SkipToken } from '@apollo/client/react';
import type { PushPublicKeyQuery, PushPublicKeyQueryVariables, RegisterPushEndpointMutation, RegisterPushEndpointMutationVariables, RemovePushEndpointMutation, RemovePushEndpointMutationVariables } from './graphql.ts';
import { PreferencesFieldsDefinition } from './preferences.ts';

export const PushPublicKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PushPublicKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pushPublicKey"}}]}}]} as unknown as DocumentNode<PushPublicKeyQuery, PushPublicKeyQueryVariables>;

export function usePushPublicKeyQuery(options?: SkipToken | useQuery.Options<PushPublicKeyQuery, PushPublicKeyQueryVariables>): useQuery.Result<PushPublicKeyQuery, PushPublicKeyQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<PushPublicKeyQuery, PushPublicKeyQueryVariables>(PushPublicKeyDocument, options as useQuery.Options<PushPublicKeyQuery, PushPublicKeyQueryVariables> & { returnPartialData?: false });
}

export const RegisterPushEndpointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterPushEndpoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PushEndpointInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerPushEndpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PreferencesFields"}}]}}]}}]}}, PreferencesFieldsDefinition]} as unknown as DocumentNode<RegisterPushEndpointMutation, RegisterPushEndpointMutationVariables>;

export function useRegisterPushEndpointMutation(options?: useMutation.Options<RegisterPushEndpointMutation, RegisterPushEndpointMutationVariables>): useMutation.ResultTuple<RegisterPushEndpointMutation, RegisterPushEndpointMutationVariables> {
  return useMutation<RegisterPushEndpointMutation, RegisterPushEndpointMutationVariables>(RegisterPushEndpointDocument, options);
}

export const RemovePushEndpointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemovePushEndpoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removePushEndpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PreferencesFields"}}]}}]}}]}}, PreferencesFieldsDefinition]} as unknown as DocumentNode<RemovePushEndpointMutation, RemovePushEndpointMutationVariables>;

export function useRemovePushEndpointMutation(options?: useMutation.Options<RemovePushEndpointMutation, RemovePushEndpointMutationVariables>): useMutation.ResultTuple<RemovePushEndpointMutation, RemovePushEndpointMutationVariables> {
  return useMutation<RemovePushEndpointMutation, RemovePushEndpointMutationVariables>(RemovePushEndpointDocument, options);
}
