// Generated from client/src/session/export.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useQuery, type SkipToken } from '@apollo/client/react';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { ExportUserQuery, ExportUserQueryVariables } from './graphql.ts';

export const ExportUserDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('query ExportUser{exportUser{url}}')) as DocumentNode<ExportUserQuery, ExportUserQueryVariables>;

export function useExportUserQuery(options?: SkipToken | useQuery.Options<ExportUserQuery, ExportUserQueryVariables>): useQuery.Result<ExportUserQuery, ExportUserQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<ExportUserQuery, ExportUserQueryVariables>(ExportUserDocument, options as useQuery.Options<ExportUserQuery, ExportUserQueryVariables> & { returnPartialData?: false });
}
