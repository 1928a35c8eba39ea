// Generated from client/src/applications/applications.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useQuery, useMutation, type SkipToken } from '@apollo/client/react';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { ApplicationCardFragment, ApplicationsQuery, ApplicationsQueryVariables, ApplicationQuery, ApplicationQueryVariables, InstructorsQuery, InstructorsQueryVariables, SubmitApplicationMutation, SubmitApplicationMutationVariables, ApproveApplicationMutation, ApproveApplicationMutationVariables, RejectApplicationMutation, RejectApplicationMutationVariables } from './graphql.ts';

export const ApplicationCardDefinition = /* @__PURE__ */ definitionOf('fragment ApplicationCard on Application{id title status createdAt decidedAt reason candidate{id name role}instructor{id name role}decidedBy{id name role}}');
export const ApplicationCardFragmentDoc = /* @__PURE__ */ documentOf(ApplicationCardDefinition) as DocumentNode<ApplicationCardFragment, unknown>;

export const ApplicationsDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query Applications($first:Int$after:String$status:ApplicationStatus){applications(first:$first after:$after status:$status){edges{node{...ApplicationCard}}pageInfo{hasNextPage hasPreviousPage startCursor endCursor}}}'), ApplicationCardDefinition) as DocumentNode<ApplicationsQuery, ApplicationsQueryVariables>;

export function useApplicationsQuery(options?: SkipToken | useQuery.Options<ApplicationsQuery, ApplicationsQueryVariables>): useQuery.Result<ApplicationsQuery, ApplicationsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<ApplicationsQuery, ApplicationsQueryVariables>(ApplicationsDocument, options as useQuery.Options<ApplicationsQuery, ApplicationsQueryVariables> & { returnPartialData?: false });
}

export const ApplicationDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query Application($id:ID!){application(id:$id){...ApplicationCard isMuted}}'), ApplicationCardDefinition) as DocumentNode<ApplicationQuery, ApplicationQueryVariables>;

export function useApplicationQuery(options: SkipToken | (useQuery.Options<ApplicationQuery, ApplicationQueryVariables> & ({ variables: ApplicationQueryVariables; skip?: boolean } | { skip: true }))): useQuery.Result<ApplicationQuery, ApplicationQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<ApplicationQuery, ApplicationQueryVariables>(ApplicationDocument, options as useQuery.Options<ApplicationQuery, ApplicationQueryVariables> & { returnPartialData?: false });
}

export const InstructorsDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query Instructors{instructors{id name role}}')) as DocumentNode<InstructorsQuery, InstructorsQueryVariables>;

export function useInstructorsQuery(options?: SkipToken | useQuery.Options<InstructorsQuery, InstructorsQueryVariables>): useQuery.Result<InstructorsQuery, InstructorsQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<InstructorsQuery, InstructorsQueryVariables>(InstructorsDocument, options as useQuery.Options<InstructorsQuery, InstructorsQueryVariables> & { returnPartialData?: false });
}

export const SubmitApplicationDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation SubmitApplication($input:SubmitApplicationInput!){submitApplication(input:$input){application{...ApplicationCard}}}'), ApplicationCardDefinition) as DocumentNode<SubmitApplicationMutation, SubmitApplicationMutationVariables>;

export function useSubmitApplicationMutation(options?: useMutation.Options<SubmitApplicationMutation, SubmitApplicationMutationVariables>): useMutation.ResultTuple<SubmitApplicationMutation, SubmitApplicationMutationVariables> {
  return useMutation<SubmitApplicationMutation, SubmitApplicationMutationVariables>(SubmitApplicationDocument, options);
}

export const ApproveApplicationDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation ApproveApplication($id:ID!$reason:String){approveApplication(id:$id reason:$reason){application{...ApplicationCard}}}'), ApplicationCardDefinition) as DocumentNode<ApproveApplicationMutation, ApproveApplicationMutationVariables>;

export function useApproveApplicationMutation(options?: useMutation.Options<ApproveApplicationMutation, ApproveApplicationMutationVariables>): useMutation.ResultTuple<ApproveApplicationMutation, ApproveApplicationMutationVariables> {
  return useMutation<ApproveApplicationMutation, ApproveApplicationMutationVariables>(ApproveApplicationDocument, options);
}

export const RejectApplicationDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('mutation RejectApplication($id:ID!$reason:String){rejectApplication(id:$id reason:$reason){application{...ApplicationCard}}}'), ApplicationCardDefinition) as DocumentNode<RejectApplicationMutation, RejectApplicationMutationVariables>;

export function useRejectApplicationMutation(options?: useMutation.Options<RejectApplicationMutation, RejectApplicationMutationVariables>): useMutation.ResultTuple<RejectApplicationMutation, RejectApplicationMutationVariables> {
  return useMutation<RejectApplicationMutation, RejectApplicationMutationVariables>(RejectApplicationDocument, options);
}
