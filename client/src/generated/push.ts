// Generated from client/src/preferences/push/push.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useQuery, useMutation, type SkipToken } from '@apollo/client/react';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { PushPublicKeyQuery, PushPublicKeyQueryVariables, RegisterPushEndpointMutation, RegisterPushEndpointMutationVariables, RemovePushEndpointMutation, RemovePushEndpointMutationVariables } from './graphql.ts';
import { PreferencesFieldsDefinition } from './preferences.ts';

export const PushPublicKeyDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query PushPublicKey{pushPublicKey}')) as DocumentNode<PushPublicKeyQuery, PushPublicKeyQueryVariables>;

export function usePushPublicKeyQuery(options?: SkipToken | useQuery.Options<PushPublicKeyQuery, PushPublicKeyQueryVariables>): useQuery.Result<PushPublicKeyQuery, PushPublicKeyQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<PushPublicKeyQuery, PushPublicKeyQueryVariables>(PushPublicKeyDocument, options as useQuery.Options<PushPublicKeyQuery, PushPublicKeyQueryVariables> & { returnPartialData?: false });
}

export const RegisterPushEndpointDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation RegisterPushEndpoint($input:PushEndpointInput!){registerPushEndpoint(input:$input){preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<RegisterPushEndpointMutation, RegisterPushEndpointMutationVariables>;

export function useRegisterPushEndpointMutation(options?: useMutation.Options<RegisterPushEndpointMutation, RegisterPushEndpointMutationVariables>): useMutation.ResultTuple<RegisterPushEndpointMutation, RegisterPushEndpointMutationVariables> {
  return useMutation<RegisterPushEndpointMutation, RegisterPushEndpointMutationVariables>(RegisterPushEndpointDocument, options);
}

export const RemovePushEndpointDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation RemovePushEndpoint($id:ID!){removePushEndpoint(id:$id){preferences{...PreferencesFields}}}'), PreferencesFieldsDefinition) as DocumentNode<RemovePushEndpointMutation, RemovePushEndpointMutationVariables>;

export function useRemovePushEndpointMutation(options?: useMutation.Options<RemovePushEndpointMutation, RemovePushEndpointMutationVariables>): useMutation.ResultTuple<RemovePushEndpointMutation, RemovePushEndpointMutationVariables> {
  return useMutation<RemovePushEndpointMutation, RemovePushEndpointMutationVariables>(RemovePushEndpointDocument, options);
}
