import type { IncomingMessage } from 'node:http';

/** What a page may give a body of its own accord. Rule: https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
const SIMPLE_TYPES = new Set(['', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** Headers that GraphQL clients send, and a page of another site cannot without asking us first (a CORS preflight). */
const ASKED_FOR = [
  'apollo-require-preflight',
  'apollographql-client-name',
  'graphql-preflight',
  'graphql-require-preflight',
  'x-apollo-operation-name',
  'x-csrf-token',
  'x-requested-with',
  'x-xsrf-token',
] as const;

/** Whom a browser answers by itself when it is asked to: with a password, a ticket or a token of its own. */
const BROWSERS_OWN = /^(basic|digest|negotiate|ntlm|privatetoken)\b/i;

/**
 * Whether a page of another site may have made its reader's browser send this (CSRF): nothing in it needs to be asked
 * for, and it brings what the browser adds by itself, which is a cookie or a password of HTTP's own schemes. A GET
 * that brings neither can only read what anybody may; a POST could still sign somebody in.
 */
export function mayBeForged({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  const type = (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (!SIMPLE_TYPES.has(type)) return false;
  const { authorization = '', cookie } = headers;
  const isGivenByPage = authorization !== '' && !BROWSERS_OWN.test(authorization);
  if (isGivenByPage || ASKED_FOR.some((header) => headers[header])) return false;
  const isRead = method === 'GET' || method === 'HEAD';
  return !isRead || authorization !== '' || cookie !== undefined;
}
