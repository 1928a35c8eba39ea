// Generated from client/src/preferences/rehearsal/rehearsal.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useQuery, type SkipToken } from '@apollo/client/react';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { RehearsalQuery, RehearsalQueryVariables } from './graphql.ts';

export const RehearsalDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query Rehearsal($change:PreferenceChangeInput!){rehearsal(change:$change){days lookedAtCount isComplete channels{channel moreCount fewerCount fewerReadCount movedCount unknownCount}examples{id title}}}')) as DocumentNode<RehearsalQuery, RehearsalQueryVariables>;

export function useRehearsalQuery(options: SkipToken | (useQuery.Options<RehearsalQuery, RehearsalQueryVariables> & ({ variables: RehearsalQueryVariables; skip?: boolean } | { skip: true }))): useQuery.Result<RehearsalQuery, RehearsalQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<RehearsalQuery, RehearsalQueryVariables>(RehearsalDocument, options as useQuery.Options<RehearsalQuery, RehearsalQueryVariables> & { returnPartialData?: false });
}
