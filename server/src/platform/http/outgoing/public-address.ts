import { BlockList, isIP } from 'node:net';

// What IANA's registries of special-purpose addresses say is not for everybody (RFC 6890), and multicast.
const NOT_PUBLIC_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
/** All that is given out to anybody is in here … */
const GIVEN_OUT_V6 = ['2000::', 3] as const;
/** … but for protocols (Teredo among them), documentation, and 6to4, which nobody needs any more. */
const NOT_PUBLIC_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;
/** What stands for the IPv4 address in its last 32 bits: as an IPv6 socket writes it, and NAT64. */
const STANDS_FOR_V4 = [
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
] as const;

type Networks = readonly (readonly [address: string, prefix: number])[];

const notPublicV4 = listOf(NOT_PUBLIC_V4, 'ipv4');
const notPublicV6 = listOf(NOT_PUBLIC_V6, 'ipv6');
const givenOutV6 = listOf([GIVEN_OUT_V6], 'ipv6');

/** Whether the address is anybody's on the internet: not of this machine, of networks around it, or of no use. */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%')) return false; // of one link
  if (isIP(address) === 4) return !notPublicV4.check(address, 'ipv4');
  if (isIP(address) !== 6) return false;
  const inside = v4Inside(address);
  if (inside) return isPublicAddress(inside);
  return givenOutV6.check(address, 'ipv6') && !notPublicV6.check(address, 'ipv6');
}

/** By its digits, and not by a list: one list takes an IPv4-mapped address for an IPv4 one, another does not. */
function v4Inside(address: string): string | undefined {
  const groups = groupsOf(address);
  const start = groups.slice(0, -2).join(':');
  if (!STANDS_FOR_V4.some(([network]) => groupsOf(network).slice(0, -2).join(':') === start))
    return undefined;
  return groups
    .slice(-2)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [first, last] = [head, tail ?? ''].map((part) =>
    part
      .split(':')
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16)),
  ) as [number[], number[]];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}

function listOf(networks: Networks, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of networks) list.addSubnet(address, prefix, family);
  return list;
}
