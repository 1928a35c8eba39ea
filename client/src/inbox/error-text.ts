import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { isOnline } from '../browser/line.ts';

const TEXT = new Map([
  ['UNAUTHENTICATED', 'Please sign in again.'],
  ['FORBIDDEN', 'You are not allowed to do this.'],
  ['NOT_FOUND', 'This is no longer there.'],
  ['RATE_LIMITED', 'That was a little fast. Please wait a moment.'],
  ['SERVICE_UNAVAILABLE', 'The service is busy right now. Please try again.'],
  ['INTERNAL_SERVER_ERROR', 'Something went wrong on our side. Please try again.'],
]);

export function errorCode(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  return error.errors[0]?.extensions?.['code'] as string | undefined;
}

/** Why something failed, in words for the reader. Messages about their own input are the server's and meant for them. */
export function errorText(error: unknown): string {
  if (CombinedGraphQLErrors.is(error)) {
    return TEXT.get(errorCode(error) ?? '') ?? error.errors[0]?.message ?? 'Something went wrong.';
  }
  return isOnline() ? 'The server could not be reached.' : 'You are offline.';
}
