import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** The codes a client may meet in `extensions.code`, with when it does. */
export const errorCodes = {
  BAD_REQUEST: 'It is no GraphQL request, or comes in a way that it may not.',
  UNAUTHENTICATED: 'No valid token, or wrong e-mail or password.',
  FORBIDDEN: 'The role or scope does not allow it.',
  NOT_FOUND: 'Not there, or not yours: the same answer.',
  BAD_USER_INPUT:
    'An argument is out of range, blank, too long, forged or of another kind; `field` says which.',
  CONFLICT: 'It was decided already, or the idempotency key was used with another body.',
  RATE_LIMITED: 'Too much at a time, or too often; `retryAfterMs` says when to try again.',
  QUERY_TOO_COMPLEX:
    'The operation is larger or costlier than one may be; `limit` says which limit it passes.',
  PAYLOAD_TOO_LARGE: 'The body is larger than one may be.',
  SERVICE_UNAVAILABLE: 'The database is away or busy; it is safe to try again, after `retryAfterMs`.',
  INTERNAL_SERVER_ERROR: 'A fault of ours; the log has more under `requestId`.',
  GRAPHQL_PARSE_FAILED: 'The text is no GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'It does not fit the schema.',
  PERSISTED_QUERY_NOT_FOUND: 'No document is known by this `documentId`; its text can be sent instead.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Documents are not learned from requests; the text can be sent instead.',
  PERSISTED_QUERY_ONLY: 'Only documents that are known here may be asked.',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** An error meant for the caller: its message and code go out as they stand. All others are masked. */
export class PublicError extends GraphQLError {
  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message, { extensions: { ...details, code } });
  }
}

export const unauthenticated = (message = 'Sign in, or send a valid token') =>
  new PublicError('UNAUTHENTICATED', message);
export const forbidden = (message: string) => new PublicError('FORBIDDEN', message);
/** The same answer for what is not there and for what is not the caller's. */
export const notFound = (what: string) => new PublicError('NOT_FOUND', `${what} not found`);
export const badInput = (message: string, field?: string) =>
  new PublicError('BAD_USER_INPUT', message, field ? { field } : {});
export const conflict = (message: string, details?: Record<string, unknown>) =>
  new PublicError('CONFLICT', message, details);
export const unavailable = (
  message = 'The database gives no answer just now; it is safe to try again',
): PublicError => new PublicError('SERVICE_UNAVAILABLE', message, { retryAfterMs: 1_000 });

/** What a failed request leaves in the log: never variables, tokens or texts of people. */
export type LogFailure = (failure: { err: unknown; requestId: string }) => void;

/**
 * The one way from an error to what the caller sees, for HTTP and socket alike: public errors pass, errors of
 * GraphQL itself (a variable of the wrong type) become BAD_USER_INPUT, a database that is away becomes
 * SERVICE_UNAVAILABLE, and all else is logged and masked with the request's id.
 */
export function presentError(error: unknown, requestId: string, log: LogFailure): GraphQLFormattedError {
  const outer =
    error instanceof GraphQLError ? error : new GraphQLError('', { originalError: asError(error) });
  const cause = rootCause(outer);
  const place = {
    ...(outer.locations && { locations: outer.locations }),
    ...(outer.path && { path: outer.path }),
  };
  const shown =
    cause instanceof GraphQLError
      ? ownWords(cause, outer)
      : isDatabaseAway(cause)
        ? unavailable()
        : undefined;
  if ('code' in cause && cause.code === TOO_SLOW) log({ err: cause, requestId }); // or nobody would hear of it
  if (shown && shown.extensions.code !== 'INTERNAL_SERVER_ERROR') {
    const { code, stacktrace: _, http: __, ...details } = shown.extensions;
    return { message: shown.message, ...place, extensions: { ...details, code, requestId } };
  }
  log({ err: cause, requestId });
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId };
  return { message: 'Something went wrong on our side', ...place, extensions };
}

/** GraphQL's own errors have no code; the outer one says best which variable or argument it is about. */
const ownWords = (cause: GraphQLError, outer: GraphQLError): GraphQLError =>
  cause.extensions.code ? cause : new PublicError('BAD_USER_INPUT', outer.message);

function rootCause(error: Error): Error {
  let cause: Error = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  // GraphQL throws the cause again as its own kind where a non-null field resolved to null: a fault of ours.
  if (cause instanceof GraphQLError && !cause.extensions.code && cause.path) return new Error(cause.message);
  return cause;
}

const asError = (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)));

// SQLSTATE classes 08 (connection) and 53 (resources: connections, memory, disk), 57P0x (shutdown, crash, starting up),
// 25006 (a standby that was not promoted yet), and what took too long: 55P03 (a lock), 57014 (a statement), 25P03 (we, in
// the middle of a transaction): https://www.postgresql.org/docs/current/errcodes-appendix.html
const TOO_SLOW = '57014';
const AWAY_STATE = /^(08...|53...|57P0[1-5]|25006|55P03|57014|25P03)$/;
const AWAY_ERRNO =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|E(HOST|NET)(UNREACH|DOWN)|ENETRESET)$/;
const AWAY_WORDS =
  /PostgreSQL gave no answer|Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed|after calling end on the pool/;

/** Whether the error says that PostgreSQL is away, full or too slow, or the pool is full: the caller may try again. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as Error & { code?: string };
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true;
  if (code && (AWAY_STATE.test(code) || AWAY_ERRNO.test(code))) return true;
  return AWAY_WORDS.test(error.message) || (cause !== undefined && isDatabaseAway(cause));
}
