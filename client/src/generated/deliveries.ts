// Generated from client/src/notifications/page/deliveries.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useQuery, type SkipToken } from '@apollo/client/react';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { DeliveriesQuery, DeliveriesQueryVariables } from './graphql.ts';

export const DeliveriesDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query Deliveries($id:ID!){notification(id:$id){id deliveries{channel status reason reasonNow detail at dueAt}}}')) as DocumentNode<DeliveriesQuery, DeliveriesQueryVariables>;

export function useDeliveriesQuery(options: SkipToken | (useQuery.Options<DeliveriesQuery, DeliveriesQueryVariables> & ({ variables: DeliveriesQueryVariables; skip?: boolean } | { skip: true }))): useQuery.Result<DeliveriesQuery, DeliveriesQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<DeliveriesQuery, DeliveriesQueryVariables>(DeliveriesDocument, options as useQuery.Options<DeliveriesQuery, DeliveriesQueryVariables> & { returnPartialData?: false });
}
