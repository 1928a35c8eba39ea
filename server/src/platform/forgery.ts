import type { IncomingMessage } from 'node:http';

/** What a page may give a body of its own accord. Rule: https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
const SIMPLE_TYPES = new Set(['', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/** Headers that GraphQL clients send, and a page of another site cannot without asking us first (a CORS preflight). */
const ASKED_FOR = [
  'apollo-require-preflight',
  'graphql-preflight',
  'graphql-require-preflight',
  'x-apollo-operation-name',
  'x-requested-with',
] as const;

/**
 * Whether a page of another site may have made its reader's browser send this (CSRF): nothing in it needs to be asked
 * for, and it brings what the browser adds by itself, which is a cookie or a password of HTTP's own schemes. A GET
 * that brings neither can only read what anybody may; a POST could still sign somebody in.
 */
export function mayBeForged({ method, headers }: IncomingMessage): boolean {
  const type = (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (!SIMPLE_TYPES.has(type)) return false;
  const { authorization = '', cookie } = headers;
  if (/^bearer\s+\S/i.test(authorization) || ASKED_FOR.some((header) => headers[header])) return false;
  const isRead = method === 'GET' || method === 'HEAD';
  return !isRead || authorization !== '' || cookie !== undefined;
}
