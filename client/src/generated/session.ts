// Generated from client/src/session/session.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { SessionFieldsFragment, SignInMutation, SignInMutationVariables, RefreshSessionMutation, RefreshSessionMutationVariables, SignOutMutation, SignOutMutationVariables } from './graphql.ts';

export const SessionFieldsDefinition = {"kind":"FragmentDefinition","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]},"name":{"kind":"Name","value":"SessionFields"}};
export const SessionFieldsFragmentDoc = {"kind":"Document","definitions":[SessionFieldsDefinition]} as unknown as DocumentNode<SessionFieldsFragment, unknown>;

export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"email"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}},{"kind":"Argument","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionFields"}}]}}]}}, SessionFieldsDefinition]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;

export function useSignInMutation(options?: useMutation.Options<SignInMutation, SignInMutationVariables>): useMutation.ResultTuple<SignInMutation, SignInMutationVariables> {
  return useMutation<SignInMutation, SignInMutationVariables>(SignInDocument, options);
}

export const RefreshSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionFields"}}]}}]}}, SessionFieldsDefinition]} as unknown as DocumentNode<RefreshSessionMutation, RefreshSessionMutationVariables>;

export function useRefreshSessionMutation(options?: useMutation.Options<RefreshSessionMutation, RefreshSessionMutationVariables>): useMutation.ResultTuple<RefreshSessionMutation, RefreshSessionMutationVariables> {
  return useMutation<RefreshSessionMutation, RefreshSessionMutationVariables>(RefreshSessionDocument, options);
}

export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;

export function useSignOutMutation(options?: useMutation.Options<SignOutMutation, SignOutMutationVariables>): useMutation.ResultTuple<SignOutMutation, SignOutMutationVariables> {
  return useMutation<SignOutMutation, SignOutMutationVariables>(SignOutDocument, options);
}
