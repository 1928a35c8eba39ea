import { ApolloLink } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { catchError, from, mergeMap, of, throwError, type Observable } from 'rxjs';
import type { Authorisation } from './authorisation.ts';

/** Sends a token along, and answers a refusal with one renewal and one more try. */
export function createAuthLink(token: Authorisation): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const attempt = (accessToken: string): Observable<ApolloLink.Result> => {
      operation.setContext((context) => ({
        headers: { ...(context['headers'] as object | undefined), authorization: `Bearer ${accessToken}` },
      }));
      return forward(operation);
    };
    const again = () => from(token.renew()).pipe(mergeMap(attempt));
    return from(token.fresh()).pipe(
      mergeMap((accessToken) =>
        attempt(accessToken).pipe(
          mergeMap((result) => (isUnauthenticated(result) ? again() : of(result))),
          catchError((error: unknown) =>
            ServerError.is(error) && error.statusCode === 401 ? again() : throwError(() => error),
          ),
        ),
      ),
    );
  });
}

function isUnauthenticated(result: ApolloLink.Result): boolean {
  return result.errors?.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED') ?? false;
}
