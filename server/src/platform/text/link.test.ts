import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linkOf } from './link.ts';

test.each([
  ['/', '/'],
  ['/applications/1?x=y#z', '/applications/1?x=y#z'],
  ['/a/../b', '/b'],
  ['/a/./b/', '/a/b/'],
  ['/%2e%2e/a', '/a'],
  ['/a\\b', '/a/b'],
  ['/a//b', '/a//b'],
  ['/search?next=//evil.example', '/search?next=//evil.example'],
  ['/a#//evil.example', '/a#//evil.example'],
  ['/größe/日本', '/gr%C3%B6%C3%9Fe/%E6%97%A5%E6%9C%AC'],
  ['/100%', '/100%'],
  ['/a?', '/a?'],
  ['/?', '/?'],
  ['/a#', '/a#'],
  ['/a?#', '/a?#'],
  ['/a:b@c', '/a:b@c'],
  ['/javascript:alert(1)', '/javascript:alert(1)'],
])('%j is the path %j of this site', (text, href) => {
  expect(linkOf(text)).toEqual({ kind: 'path', href });
});

test.each([
  ['https://example.com', 'https://example.com/'],
  ['HTTPS://Example.COM/a?b#c', 'https://example.com/a?b#c'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['https://example.com:8443/@here', 'https://example.com:8443/@here'],
  ['https://[::1]/', 'https://[::1]/'],
  ['https:///example.com', 'https://example.com/'],
])('%j leads to %j', (text, href) => {
  expect(linkOf(text)).toEqual({ kind: 'external', href });
});

test.each([
  '',
  ' ',
  'applications/1',
  './a',
  '?a',
  '#a',
  '//evil.example/x',
  '///evil.example/x',
  '/\\evil.example',
  '\\\\evil.example',
  '/.//evil.example/x',
  '/./\\evil.example/x',
  '/%2e//evil.example/x',
  '/%2E/%2e//evil.example',
  '/..//evil.example',
  '/x/..//evil.example',
  '/x/%2e%2E/\\evil.example',
  '/x/y/../..//evil.example',
  '/.//',
  '/\t/evil.example',
  '/\n/evil.example',
  '/a\u0000',
  '/a\u007f',
  '/a b',
  '\u0009//evil.example',
  ' /a',
  '/a ',
  '/\u2028a',
  '/\u00a0',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'blob:https://example.com/1',
  'http://example.com',
  'ftp://example.com',
  'https:evil.example',
  'https:/evil.example',
  'https:\\\\evil.example',
  'https://',
  'https://example.com@evil.example',
  'https://example.com:pass@evil.example',
  'https://user@evil.example',
  'https://exa mple.com',
  'https://evil.example:99999',
  'https://here.invalid/',
  '//here.invalid/x',
  '/\\here.invalid/x',
  '//user@here.invalid/x',
])('%j is no link', (text) => {
  expect(linkOf(text)).toBeUndefined();
});

test('a path stays on any site, however often it is read', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2e',
    '%2F',
    '%5c',
    ':',
    '@',
    '?',
    '#',
    'x',
    'evil.example',
  );
  const text = fc.array(piece, { maxLength: 9 }).map((pieces) => `/${pieces.join('')}`);
  fc.assert(
    fc.property(text, fc.constantFrom('https://c.example', 'http://localhost:4000'), (raw, site) => {
      const link = linkOf(raw);
      if (!link) return;
      for (const href of [raw, link.href, new URL(link.href, site).href.slice(site.length)])
        expect([raw, new URL(href, site).origin]).toEqual([raw, site]);
      expect(linkOf(link.href)).toEqual(link);
    }),
    { numRuns: 5_000 },
  );
});
