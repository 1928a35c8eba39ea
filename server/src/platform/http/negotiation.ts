/** How answers may be compressed, the best first. */
export type Encoding = 'br' | 'gzip';

/**
 * Which compression the caller takes, by its `Accept-Encoding`; undefined for none. A header that is not there promises
 * nothing: the answer goes out as it is. Rule: RFC 9110, 12.5.3.
 */
export function encodingFor(acceptEncoding: string | undefined): Encoding | undefined {
  if (!acceptEncoding) return undefined;
  const said = weightsOf(acceptEncoding);
  const br = quality(said, 'br', '*');
  const gzip = quality(said, 'gzip', 'x-gzip', '*');
  if (br > 0 && br >= gzip) return 'br';
  return gzip > 0 ? 'gzip' : undefined;
}

/** Whether the caller takes an HTML page: by its `Accept`, or since it says nothing. Rule: RFC 9110, 12.5.1. */
export const acceptsPage = (accept: string | undefined): boolean =>
  !accept?.trim() || quality(weightsOf(accept), 'text/html', 'text/*', '*/*') > 0;

/** How an answer to an operation may be written. */
export interface AnswerForms {
  /** In one piece; undefined where neither type is taken. */
  whole: 'application/graphql-response+json' | 'application/json' | undefined;
  /** Whether it may also be a stream of events: only where that is named, since wildcards are sent without a thought. */
  events: boolean;
}

/**
 * By the caller's `Accept`. Who does not name `application/graphql-response+json` may not know it, and is told as
 * plain JSON. Rules: RFC 9110, 12.5.1, and GraphQL over HTTP (September 2026), "Body".
 */
export function answerForms(accept: string | undefined): AnswerForms {
  if (!accept?.trim()) return { whole: 'application/json', events: false };
  const said = weightsOf(accept);
  const own = quality(said, GRAPHQL_RESPONSE, 'application/*', '*/*');
  const json = quality(said, 'application/json', 'application/*', '*/*');
  const isOwnNamed = quality(said, GRAPHQL_RESPONSE) > 0;
  const events = quality(said, 'text/event-stream', 'text/*') > 0;
  if (own > 0 && (json === 0 || (isOwnNamed && own >= json))) return { whole: GRAPHQL_RESPONSE, events };
  return { whole: json > 0 ? 'application/json' : undefined, events };
}

const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/** Whether the caller's `Content-Type` is JSON in UTF-8, which is what JSON is in unless it says otherwise. */
export function isJson(contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((text) => text.trim()).find((text) => text.startsWith('charset='));
  return type!.trim() === 'application/json' && (!charset || /^charset="?utf-?8"?$/.test(charset));
}

/** What a header of names with weights says of each. */
const weightsOf = (header: string): ReadonlyMap<string, number> =>
  new Map(header.toLowerCase().split(',').map(weighted));

/** What is said of the first of these names that are there, from 0 (refused) to 1; 0 when none is. */
function quality(said: ReadonlyMap<string, number>, ...names: string[]): number {
  const name = names.find((candidate) => said.has(candidate));
  return name === undefined ? 0 : said.get(name)!;
}

function weighted(part: string): [name: string, quality: number] {
  const [name, ...parameters] = part.split(';').map((text) => text.trim());
  const weight = Number(parameters.find((text) => text.startsWith('q='))?.slice(2) ?? 1);
  return [name!, weight >= 0 ? weight : 0];
}
