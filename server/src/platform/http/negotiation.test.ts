import { expect, test } from '@jest/globals';
import { acceptsPage, answerForms, encodingFor, isJson } from './negotiation.ts';

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['x-gzip', 'gzip'],
  ['BR', 'br'],
  ['*', 'br'],
  ['br;q=0, *', 'gzip'],
  ['br;q=0.5, gzip;q=0.9', 'gzip'],
  ['br ; q=1.0, gzip;q=0.9', 'br'],
  ['gzip;q=0', undefined],
  ['*;q=0', undefined],
  ['identity', undefined],
  ['zstd', undefined],
  ['br;q=nonsense', undefined],
  [';;,,', undefined],
  ['', undefined],
  [undefined, undefined],
])('compresses for %j with %j', (header, encoding) => {
  expect(encodingFor(header)).toBe(encoding);
});

test.each([
  [undefined, true],
  ['', true],
  ['*/*', true],
  ['text/*', true],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true],
  ['application/json, text/plain, */*', true],
  ['TEXT/HTML; charset=utf-8', true],
  ['application/json', false],
  ['application/json, text/html;q=0', false],
  ['*/*, text/html;q=0', false],
  ['image/avif,image/webp', false],
  ['text/event-stream', false],
])('whoever sends Accept %j gets a page: %j', (header, isPage) => {
  expect(acceptsPage(header)).toBe(isPage);
});

const OWN = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';

test.each([
  [undefined, JSON_TYPE, false],
  ['', JSON_TYPE, false],
  ['*/*', JSON_TYPE, false],
  ['application/*', JSON_TYPE, false],
  ['application/json', JSON_TYPE, false],
  ['APPLICATION/JSON; charset=utf-8', JSON_TYPE, false],
  [OWN, OWN, false],
  [`${OWN}; charset=utf-8, application/json; charset=utf-8`, OWN, false],
  [`application/json, ${OWN}`, OWN, false],
  [`${OWN}, application/json;q=0.9`, OWN, false],
  [`${OWN};q=0.5, application/json`, JSON_TYPE, false],
  [`${OWN}, */*`, OWN, false],
  [`${OWN};q=0.5, */*`, JSON_TYPE, false],
  [`${OWN};q=0, */*`, JSON_TYPE, false],
  ['application/json;q=0, */*', OWN, false],
  [`${OWN}, ${JSON_TYPE}, text/event-stream, multipart/mixed`, OWN, true],
  ['text/event-stream', undefined, true],
  ['text/*', undefined, true],
  ['text/event-stream;q=0, application/json', JSON_TYPE, false],
  ['text/html', undefined, false],
  ['application/json;q=0', undefined, false],
  ['nonsense', undefined, false],
  [';;,,', undefined, false],
])('answers who sends Accept %j as %j, as events: %j', (header, whole, events) => {
  expect(answerForms(header)).toEqual({ whole, events });
});

test.each([
  ['application/json', true],
  ['Application/JSON ; Charset=UTF-8', true],
  ['application/json; charset="utf-8"', true],
  ['application/json; charset=utf8; x=y', true],
  ['application/json; charset=iso-8859-1', false],
  ['application/json; charset=utf-16', false],
  ['application/graphql', false],
  ['application/jsonp', false],
  ['text/plain', false],
  ['', false],
  [undefined, false],
])('takes a body of %j: %j', (header, isTaken) => {
  expect(isJson(header)).toBe(isTaken);
});
