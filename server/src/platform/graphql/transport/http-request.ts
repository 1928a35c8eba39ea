import { PublicError } from '../../errors.ts';
import type { Variables } from '../admission/cost-formula.ts';

/** What a request asks for. Rule: GraphQL over HTTP (September 2026), "GraphQL-over-HTTP Request". */
export interface GraphqlRequest {
  /** The text of the document. */
  query?: string | undefined;
  /** In its place, the id of a trusted document. */
  documentId?: string | undefined;
  operationName?: string | undefined;
  variables?: Variables | undefined;
}

/** @throws BAD_REQUEST when that is no GraphQL request */
export function requestOfBody(body: unknown): GraphqlRequest {
  if (!isMap(body)) throw malformed('The body must be one JSON object');
  const given = new Map(Object.entries(body).filter(([, value]) => value !== null));
  return requestOf(given);
}

/** @throws BAD_REQUEST when that is no GraphQL request */
export function requestOfSearch(search: string): GraphqlRequest {
  const given = new Map<string, unknown>();
  for (const [name, text] of new URLSearchParams(search)) {
    if (!PARAMETERS.has(name)) continue;
    if (given.has(name)) throw malformed(`\`${name}\` is there more than once`);
    given.set(name, text === '' && name !== 'query' ? undefined : text);
  }
  for (const name of ['variables', 'extensions']) given.set(name, jsonOf(name, given.get(name)));
  return requestOf(given);
}

const PARAMETERS = new Set(['query', 'documentId', 'operationName', 'variables', 'extensions']);

function requestOf(given: ReadonlyMap<string, unknown>): GraphqlRequest {
  const query = textOf(given, 'query');
  const documentId = textOf(given, 'documentId');
  const extensions = mapOf(given, 'extensions');
  const request = {
    query: query === '' && documentId !== undefined ? undefined : query,
    documentId,
    operationName: textOf(given, 'operationName'),
    variables: mapOf(given, 'variables'),
  };
  if (request.query !== undefined || documentId !== undefined) return request;
  if (extensions && 'persistedQuery' in extensions)
    throw new PublicError('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');
  throw malformed('There must be a `query`, the text of a GraphQL document, or a `documentId`');
}

function textOf(given: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const value = given.get(name);
  if (value === undefined || typeof value === 'string') return value;
  throw malformed(`\`${name}\` must be a string`);
}

function mapOf(given: ReadonlyMap<string, unknown>, name: string): Variables | undefined {
  const value = given.get(name);
  if (value === undefined || isMap(value)) return value;
  throw malformed(`\`${name}\` must be an object`);
}

function jsonOf(name: string, text: unknown): unknown {
  if (text === undefined) return undefined;
  try {
    return (JSON.parse(text as string) as unknown) ?? undefined;
  } catch {
    throw malformed(`\`${name}\` must be JSON`);
  }
}

const isMap = (value: unknown): value is Variables =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const malformed = (message: string) => new PublicError('BAD_REQUEST', message);
