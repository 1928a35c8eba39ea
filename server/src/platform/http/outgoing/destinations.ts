import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Where a connection may go: to these addresses, in which the host of the url was found. */
export interface Destination {
  readonly url: URL;
  readonly addresses: readonly LookupAddress[];
}

/** What the name of a host leads to. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** Nothing more is said, or whoever asks could find out what names and addresses there are around us. */
export class UnsafeDestination extends Error {
  constructor() {
    super('The address is not on the internet');
    this.name = 'UnsafeDestination';
  }
}

/**
 * Where we connect because somebody from outside has said so: to public addresses, by TLS. Without that whoever may
 * name an address could have us speak to what only we can reach.
 */
export class Destinations {
  constructor(
    /** Also private addresses, and without TLS: for development, and for those who know who may name addresses. */
    private readonly allowsPrivate: boolean,
    private readonly resolve: Resolve = (host) => lookup(host, { all: true }),
  ) {}

  /**
   * Looks the host up, once: connect to what is returned, for the next look may find something else.
   * @throws UnsafeDestination unless the scheme is https, there is no name or password in it, and all that its host
   *   leads to is public
   */
  async find(address: string): Promise<Destination> {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !this.allowsScheme(url) || url.username !== '' || url.password !== '')
      throw new UnsafeDestination();
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    const family = isIP(host);
    const addresses = family ? [{ address: host, family }] : await this.resolve(host).catch(() => []);
    const isSafe = this.allowsPrivate || addresses.every(({ address }) => isPublicAddress(address));
    if (addresses.length === 0 || !isSafe) throw new UnsafeDestination();
    return { url, addresses };
  }

  private allowsScheme({ protocol }: URL): boolean {
    return protocol === 'https:' || (this.allowsPrivate && protocol === 'http:');
  }
}
