import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { isOnline } from '../browser/line.ts';
import { say, type PlainKey } from '../words/words.ts';

const TEXTS = new Map<string, PlainKey>([
  ['UNAUTHENTICATED', 'error.UNAUTHENTICATED'],
  ['FORBIDDEN', 'error.FORBIDDEN'],
  ['NOT_FOUND', 'error.NOT_FOUND'],
  ['BAD_USER_INPUT', 'error.BAD_USER_INPUT'],
  ['CONFLICT', 'error.CONFLICT'],
  ['RATE_LIMITED', 'error.RATE_LIMITED'],
  ['SERVICE_UNAVAILABLE', 'error.SERVICE_UNAVAILABLE'],
  ['INTERNAL_SERVER_ERROR', 'error.INTERNAL_SERVER_ERROR'],
]);

export function errorCode(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  return error.errors[0]?.extensions?.['code'] as string | undefined;
}

/** What the server tells of it besides its code, for programs. */
export const errorDetails = (error: unknown): Readonly<Record<string, unknown>> =>
  (CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions : undefined) ?? {};

/** Why something failed, in words for the reader: by its code, since the server's own are in English. */
export function errorText(error: unknown): string {
  const isFull = errorCode(error) === 'CONFLICT' && typeof errorDetails(error)['limit'] === 'number';
  if (isFull) return say('error.full');
  if (CombinedGraphQLErrors.is(error)) return say(TEXTS.get(errorCode(error) ?? '') ?? 'error.unknown');
  return say(isOnline() ? 'error.noAnswer' : 'error.offline');
}
