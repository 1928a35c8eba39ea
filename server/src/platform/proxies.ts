import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Whose word about the caller counts: so many proxies in front, or those with these addresses or in these networks. */
export type TrustedProxies = number | readonly string[];

/**
 * Who a caller is, for HTTP and sockets alike: what the proxies in front say, as far as they are trusted. Each proxy
 * adds at the right of `X-Forwarded-For` whom it was called by, so it is read from there; the left end is whatever the
 * caller liked to write.
 */
export class Proxies {
  private readonly isTrusted: (address: string, hop: number) => boolean;

  constructor(trusted: TrustedProxies) {
    if (typeof trusted === 'number') this.isTrusted = (_address, hop) => hop < trusted;
    else {
      const networks = blockList(trusted);
      this.isTrusted = (address) => isIP(address) !== 0 && networks.check(address, family(address));
    }
  }

  /** The address of the first in the row that is not one of our proxies. IPv4 is never written as IPv6. */
  addressOf(request: IncomingMessage): string {
    return this.follow(request).address;
  }

  /** Whether the caller speaks TLS, to us or to the proxy that ends it. */
  isSecure(request: IncomingMessage): boolean {
    const scheme = this.said(request, 'x-forwarded-proto')?.toLowerCase();
    return scheme === undefined ? 'encrypted' in request.socket : scheme === 'https' || scheme === 'wss';
  }

  /** The host as a trusted proxy was asked for it, where it says so instead of passing `Host` on. */
  forwardedHost(request: IncomingMessage): string | undefined {
    return this.said(request, 'x-forwarded-host');
  }

  private follow({ socket, headers }: IncomingMessage): { address: string; hops: number } {
    let address = plain(socket.remoteAddress ?? '');
    let hops = 0;
    if (!this.isTrusted(address, hops)) return { address, hops };
    const told = listOf(headers['x-forwarded-for']);
    while (this.isTrusted(address, hops)) {
      hops++;
      const next = plain(told.at(-hops) ?? '');
      // The row ends here, or names somebody by no address: then it is on account of who said so.
      if (!isIP(next)) break;
      address = next;
    }
    return { address, hops };
  }

  /** Of several values, that of the outermost trusted proxy: the one that the caller spoke to. */
  private said(
    request: IncomingMessage,
    header: 'x-forwarded-proto' | 'x-forwarded-host',
  ): string | undefined {
    const value = request.headers[header];
    if (value === undefined) return undefined;
    const { hops } = this.follow(request);
    if (hops === 0) return undefined;
    const values = listOf(value);
    return values[Math.max(0, values.length - hops)];
  }
}

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function blockList(trusted: readonly string[]): BlockList {
  const networks = new BlockList();
  for (const network of trusted) {
    const [address, prefix] = network.split('/') as [string, string?];
    if (prefix === undefined) networks.addAddress(address, family(address));
    else networks.addSubnet(address, Number(prefix), family(address));
  }
  return networks;
}

const listOf = (header: string | string[] | undefined): string[] =>
  String(header ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** Some write a port behind the address, some a zone, and a socket for both families writes IPv4 as `::ffff:…`. */
function plain(text: string): string {
  const address = /^\[(.+)\](:\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1');
  return address
    .replace(/%.*$/, '')
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '');
}
