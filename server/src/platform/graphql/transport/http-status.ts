import type { ErrorCode } from '../../errors.ts';

/** Not one of HTTP's own, so Node has no words for it. Who does not know it must take it for 200 (RFC 9110, 15). */
export const PARTIAL_SUCCESS = 294;

/** What is said of a request that nothing of ran. Rule: GraphQL over HTTP (September 2026), "Status Codes". */
const refused: Record<ErrorCode, number> = {
  GRAPHQL_PARSE_FAILED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  PERSISTED_QUERY_ONLY: 403,
  NOT_FOUND: 404,
  PERSISTED_QUERY_NOT_FOUND: 404,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  BAD_REQUEST: 422,
  BAD_USER_INPUT: 422,
  GRAPHQL_VALIDATION_FAILED: 422,
  PERSISTED_QUERY_NOT_SUPPORTED: 422,
  QUERY_TOO_COMPLEX: 422,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
};

interface Result {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
}

/** With which status a result goes out. It has data, also null, if it was executed. */
export function statusOf({ data, errors }: Result): number {
  if (!errors) return 200;
  if (data !== undefined) return PARTIAL_SUCCESS;
  return refused[errors[0]!.extensions!.code as ErrorCode];
}
