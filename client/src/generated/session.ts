// Generated from client/src/session/session.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { SessionFieldsFragment, SignInMutation, SignInMutationVariables, RefreshSessionMutation, RefreshSessionMutationVariables, SignOutMutation, SignOutMutationVariables } from './graphql.ts';

export const SessionFieldsDefinition = /* @__PURE__ */ definitionOf('fragment SessionFields on Session{accessToken expiresAt viewer{id name role}}');
export const SessionFieldsFragmentDoc = /* @__PURE__ */ documentOf(SessionFieldsDefinition) as DocumentNode<SessionFieldsFragment, unknown>;

export const SignInDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation SignIn($email:String!$password:String!){signIn(email:$email password:$password){...SessionFields}}'), SessionFieldsDefinition) as DocumentNode<SignInMutation, SignInMutationVariables>;

export function useSignInMutation(options?: useMutation.Options<SignInMutation, SignInMutationVariables>): useMutation.ResultTuple<SignInMutation, SignInMutationVariables> {
  return useMutation<SignInMutation, SignInMutationVariables>(SignInDocument, options);
}

export const RefreshSessionDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation RefreshSession{refreshSession{...SessionFields}}'), SessionFieldsDefinition) as DocumentNode<RefreshSessionMutation, RefreshSessionMutationVariables>;

export function useRefreshSessionMutation(options?: useMutation.Options<RefreshSessionMutation, RefreshSessionMutationVariables>): useMutation.ResultTuple<RefreshSessionMutation, RefreshSessionMutationVariables> {
  return useMutation<RefreshSessionMutation, RefreshSessionMutationVariables>(RefreshSessionDocument, options);
}

export const SignOutDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation SignOut{signOut}')) as DocumentNode<SignOutMutation, SignOutMutationVariables>;

export function useSignOutMutation(options?: useMutation.Options<SignOutMutation, SignOutMutationVariables>): useMutation.ResultTuple<SignOutMutation, SignOutMutationVariables> {
  return useMutation<SignOutMutation, SignOutMutationVariables>(SignOutDocument, options);
}
