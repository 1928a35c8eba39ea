// Generated from client/src/session/export.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { useQuery, type SkipToken } from '@apollo/client/react';
import type { ExportUserQuery, ExportUserQueryVariables } from './graphql.ts';

export const ExportUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExportUser"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportUser"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]} as unknown as DocumentNode<ExportUserQuery, ExportUserQueryVariables>;

export function useExportUserQuery(options?: SkipToken | useQuery.Options<ExportUserQuery, ExportUserQueryVariables>): useQuery.Result<ExportUserQuery, ExportUserQueryVariables, 'empty' | 'complete' | 'streaming'> {
  return useQuery<ExportUserQuery, ExportUserQueryVariables>(ExportUserDocument, options as useQuery.Options<ExportUserQuery, ExportUserQueryVariables> & { returnPartialData?: false });
}
