import type { IncomingMessage } from 'node:http';
import { expect, test } from '@jest/globals';
import { mayBeForged } from './forgery.ts';

const judge = (method: string, headers: object) => mayBeForged({ method, headers } as IncomingMessage);
const cookie = 'carillon_refresh=x';
const json = 'application/json';

test.each([
  ['GET', { cookie }],
  ['HEAD', { cookie }],
  ['GET', { cookie, 'content-type': 'text/plain' }],
  ['GET', { authorization: 'Basic dTpw' }],
  ['GET', { cookie, authorization: 'Negotiate abc' }],
  ['GET', { cookie, authorization: 'digest username="u", realm="r"' }],
  ['GET', { cookie, authorization: 'NTLM' }],
  ['GET', { cookie, authorization: 'PrivateToken token="abc"' }],
  ['GET', { cookie, authorization: '' }],
  ['GET', { cookie, 'apollo-require-preflight': '' }],
  ['GET', { cookie, 'x-forwarded-for': '1.2.3.4', 'x-request-id': 'added by a proxy' }],
  ['POST', {}],
  ['POST', { cookie }],
  ['POST', { 'content-type': '' }],
  ['POST', { 'content-type': 'text/plain; charset=UTF-8' }],
  ['POST', { 'content-type': 'TEXT/PLAIN;application/json' }],
  ['POST', { 'content-type': 'multipart/form-data; boundary=x' }],
  ['POST', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['POST', { 'content-type': 'text/plain', authorization: 'Basic dTpw' }],
])('%s with %j may be forged', (method, headers) => {
  expect(judge(method, headers)).toBe(true);
});

test.each([
  ['GET', {}],
  ['GET', { accept: '*/*' }],
  ['GET', { authorization: 'Bearer abc' }],
  ['GET', { cookie, authorization: 'bearer abc' }],
  ['GET', { cookie, authorization: 'eyJhbGciOiJIUzI1NiJ9.e30.x' }],
  ['GET', { cookie, authorization: 'Token abc' }],
  ['GET', { cookie, authorization: 'JWT abc' }],
  ['GET', { authorization: 'Bearer' }],
  ['POST', { cookie, authorization: 'basically-a-token' }],
  ['GET', { cookie, 'content-type': json }],
  ['GET', { cookie, 'x-xsrf-token': 'abc' }],
  ['GET', { cookie, 'x-csrf-token': 'abc' }],
  ['GET', { cookie, 'apollographql-client-name': 'web' }],
  ['GET', { cookie, 'apollo-require-preflight': 'true' }],
  ['GET', { cookie, 'x-apollo-operation-name': 'Page' }],
  ['GET', { cookie, 'graphql-preflight': '1' }],
  ['POST', { 'content-type': json }],
  ['POST', { cookie, 'content-type': 'application/json; charset=utf-8' }],
  ['POST', { 'content-type': 'application/graphql-response+json' }],
  ['POST', { cookie, authorization: 'Bearer abc' }],
])('%s with %j may not', (method, headers) => {
  expect(judge(method, headers)).toBe(false);
});
