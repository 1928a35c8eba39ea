import { ApolloLink } from '@apollo/client';
import { print } from '@apollo/client/utilities';
import { catchError, from, mergeMap, throwError, type Observable } from 'rxjs';
import { errorCode } from '../../inbox/error-text.ts';
import { documentIdOf } from '../document-id.ts';

/** What a subscription asks for. Beside the id of a document stands no text. */
export type Asked = {
  query: string;
  documentId?: string;
  operationName?: string | undefined;
  variables: Record<string, unknown>;
};

/**
 * Subscribes by the ids of documents, as requests are made. Where the server does not know one (another version of it
 * answers) nothing was begun, and from then on texts are sent.
 */
export function subscriptionLink(subscribe: (asked: Asked) => Observable<ApolloLink.Result>): ApolloLink {
  let isRefused = false;
  return new ApolloLink(({ query, operationName, variables }) => {
    const asked: Asked = { query: print(query), operationName, variables };
    const byText = () => subscribe(asked);
    if (isRefused) return byText();
    return from(documentIdOf(asked.query)).pipe(
      mergeMap((documentId) => {
        if (documentId === undefined) return byText();
        return subscribe({ ...asked, query: '', documentId }).pipe(
          catchError((error: unknown) => {
            if (!REFUSALS.has(errorCode(error))) return throwError(() => error);
            isRefused = true;
            return byText();
          }),
        );
      }),
    );
  });
}

/** Of a server that does not know the document, and of those that know no ids and see no text. */
const REFUSALS = new Set<string | undefined>([
  'PERSISTED_QUERY_NOT_FOUND',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
]);
