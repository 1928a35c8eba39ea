import { expect, test } from '@jest/globals';
import { acceptsPage, encodingFor } from './negotiation.ts';

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
