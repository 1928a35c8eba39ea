import type { IncomingMessage } from 'node:http';
import { expect, test } from '@jest/globals';
import { isAllowedOrigin } from './origins.ts';
import { Proxies } from './proxies.ts';

const FRIEND = 'https://app.example';

function isAllowed(origin: string | undefined, host: string, more: object = {}, trusted = 0): boolean {
  const request = { headers: { origin, host, ...more }, socket: { remoteAddress: '10.0.0.2' } };
  return isAllowedOrigin(request as unknown as IncomingMessage, [FRIEND], new Proxies(trusted));
}

test.each([
  [undefined, 'c.example'],
  ['https://c.example', 'c.example'],
  ['http://c.example', 'c.example'],
  ['https://c.example', 'c.example:443'],
  ['https://c.example:443', 'c.example'],
  ['http://c.example', 'c.example:80'],
  ['https://c.example:8443', 'c.example:8443'],
  ['https://C.Example', 'c.eXample'],
  ['https://c.example.', 'c.example'],
  ['https://c.example:8443', 'c.example.:8443'],
  ['http://[::1]:4000', '[::1]:4000'],
  ['http://[::1]', '[0:0:0:0:0:0:0:1]:80'],
  ['https://xn--bcher-kva.example', 'xn--bcher-kva.example'],
  [FRIEND, 'c.example'],
  ['https://APP.example:443', 'c.example'],
])('a page of %s may open a socket at %s', (origin, host) => {
  expect(isAllowed(origin, host)).toBe(true);
});

test.each([
  ['null', 'c.example'],
  ['', 'c.example'],
  ['https://evil.example', 'c.example'],
  ['https://c.example.evil.example', 'c.example'],
  ['https://c.example:8443', 'c.example'],
  ['https://c.example', 'c.example:8443'],
  ['http://c.example', 'c.example:443'],
  ['https://c.example', 'c.example:80'],
  ['http://app.example', 'c.example'],
  ['https://c.example/', 'c.example'],
  ['https://c.example@evil.example', 'c.example'],
  ['https://user@c.example', 'c.example'],
  ['https://c.example#', 'c.example'],
  ['https://c.example https://evil.example', 'c.example'],
  ['capacitor://c.example', 'c.example'],
  ['file://', ''],
  ['https://', ''],
  ['https://undefined', ''],
  ['c.example', 'c.example'],
])('a page of %j may not at %j', (origin, host) => {
  expect(isAllowed(origin, host)).toBe(false);
});

test('the host may come from a trusted proxy', () => {
  const forwarded = { 'x-forwarded-host': 'c.example:8443' };
  expect(isAllowed('https://c.example:8443', '127.0.0.1:4000', forwarded, 1)).toBe(true);
  expect(isAllowed('https://c.example:8443', '127.0.0.1:4000', forwarded)).toBe(false);
  expect(isAllowed('https://evil.example', '127.0.0.1:4000', forwarded, 1)).toBe(false);
});
