import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { Proxies, type TrustedProxies } from './proxies.ts';

const request = (peer: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress: peer }, headers }) as unknown as IncomingMessage;

const address = (trusted: TrustedProxies, peer: string, forwardedFor?: string) =>
  new Proxies(trusted).addressOf(
    request(peer, forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }),
  );

describe('the address of a caller', () => {
  test.each<[string, TrustedProxies, string, string | undefined, string]>([
    ['nobody is trusted', 0, '192.0.2.9', '203.0.113.1', '192.0.2.9'],
    ['one proxy, which added whom it saw', 1, '10.0.0.2', '203.0.113.1', '203.0.113.1'],
    ['one proxy, and a forged left end', 1, '10.0.0.2', '6.6.6.6, 7.7.7.7, 203.0.113.1', '203.0.113.1'],
    ['two proxies', 2, '10.0.0.2', '6.6.6.6, 203.0.113.1, 198.51.100.7', '203.0.113.1'],
    ['two proxies, called past the outer', 2, '10.0.0.2', '203.0.113.1', '203.0.113.1'],
    ['a proxy that says nothing', 1, '10.0.0.2', undefined, '10.0.0.2'],
    ['a proxy that says nothing of use', 1, '10.0.0.2', 'unknown', '10.0.0.2'],
    ['empty parts', 1, '10.0.0.2', ' , ,203.0.113.1 , ', '203.0.113.1'],
    ['an address with a port', 1, '10.0.0.2', '203.0.113.1:51234', '203.0.113.1'],
    ['IPv6 in brackets with a port', 1, '10.0.0.2', '[2001:DB8::1]:443', '2001:db8::1'],
    ['IPv6', 1, '::1', '2001:db8::1', '2001:db8::1'],
    ['IPv4 written as IPv6', 0, '::ffff:192.0.2.9', undefined, '192.0.2.9'],
    ['a network, and a peer in it', ['10.0.0.0/8'], '10.0.0.2', '6.6.6.6, 203.0.113.1', '203.0.113.1'],
    ['a network, and a peer out of it', ['10.0.0.0/8'], '192.0.2.9', '203.0.113.1', '192.0.2.9'],
    [
      'a row of proxies',
      ['10.0.0.0/8', '127.0.0.1'],
      '127.0.0.1',
      '6.6.6.6, 203.0.113.1, 10.1.2.3',
      '203.0.113.1',
    ],
    ['nobody but proxies', ['10.0.0.0/8'], '10.0.0.2', '10.0.0.3', '10.0.0.3'],
    ['a network of IPv6', ['fd00::/8'], 'fd00::2', '2001:db8::1', '2001:db8::1'],
    ['IPv4 behind a socket for both', ['10.0.0.0/8'], '::ffff:10.0.0.2', '203.0.113.1', '203.0.113.1'],
    ['no peer at all', ['10.0.0.0/8'], '', '203.0.113.1', ''],
  ])('with %s', (_what, trusted, peer, forwardedFor, expected) => {
    expect(address(trusted, peer, forwardedFor)).toBe(expected);
  });
});

describe('the scheme and host of a caller', () => {
  const scheme = (trusted: TrustedProxies, peer: string, proto: string) => {
    const headers = { 'x-forwarded-for': '203.0.113.1, 198.51.100.7', 'x-forwarded-proto': proto };
    return new Proxies(trusted).isSecure(request(peer, headers));
  };

  test('are what a trusted proxy says, and nobody else', () => {
    expect(scheme(1, '10.0.0.2', 'https')).toBe(true);
    expect(scheme(1, '10.0.0.2', 'WSS')).toBe(true);
    expect(scheme(1, '10.0.0.2', 'http')).toBe(false);
    expect(scheme(1, '10.0.0.2', 'https, http')).toBe(false);
    expect(scheme(2, '10.0.0.2', 'https, http')).toBe(true);
    expect(scheme(2, '10.0.0.2', 'https')).toBe(true);
    expect(scheme(0, '10.0.0.2', 'https')).toBe(false);
    expect(scheme(['10.0.0.0/8'], '192.0.2.9', 'https')).toBe(false);
    const host = (trusted: TrustedProxies) =>
      new Proxies(trusted).forwardedHost(request('10.0.0.2', { 'x-forwarded-host': 'c.example:8443' }));
    expect([host(0), host(1)]).toEqual([undefined, 'c.example:8443']);
  });

  test('are the connection’s own without a word from a proxy', () => {
    const tls = { socket: { remoteAddress: '192.0.2.9', encrypted: true }, headers: {} };
    expect(new Proxies(0).isSecure(tls as unknown as IncomingMessage)).toBe(true);
    expect(new Proxies(1).isSecure(request('10.0.0.2'))).toBe(false);
    const lying = {
      ...tls,
      socket: { remoteAddress: '192.0.2.9' },
      headers: { 'x-forwarded-proto': 'https' },
    };
    expect(new Proxies(0).isSecure(lying as unknown as IncomingMessage)).toBe(false);
  });
});
