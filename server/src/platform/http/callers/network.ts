import { isIPv6 } from 'node:net';

const GROUPS = 8;
const GROUPS_OF_A_NETWORK = 4;
/** What an IPv4 address begins with where it is written as an IPv6 one (RFC 4291, 2.5.5.2; RFC 6052, 2.1). */
const BEFORE_IPV4 = ['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0'];

/**
 * What one caller cannot change at will: an IPv4 address, or the first 64 bits of an IPv6 one, since whoever has one
 * such address has all that begin alike (RFC 4291, 2.5.4).
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%'); // without the zone
  if (!isIPv6(plain)) return address;
  const groups = groupsOf(plain);
  if (BEFORE_IPV4.includes(groups.slice(0, 6).join(':'))) return groups.slice(6).flatMap(bytesOf).join('.');
  return groups.slice(0, GROUPS_OF_A_NETWORK).join(':');
}

/** Each in its shortest form. */
function groupsOf(address: string): string[] {
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [first, last] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  const zeros = Array<string>(GROUPS - first.length - last.length).fill('0');
  return [...first, ...zeros, ...last];
}

function bytesOf(group: string): number[] {
  const value = parseInt(group, 16);
  return [value >> 8, value & 0xff];
}
