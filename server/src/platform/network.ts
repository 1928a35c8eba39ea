import { isIPv6 } from 'node:net';

const GROUPS = 8;
const GROUPS_OF_A_NETWORK = 4;

/**
 * What one caller cannot change at will: an IPv4 address, or the first 64 bits of an IPv6 one, since whoever has one
 * such address has all that begin alike (RFC 4291, 2.5.4).
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%'); // without the zone
  if (!isIPv6(plain)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [
    string[],
    string[],
  ];
  const zeros = Array<string>(GROUPS - first.length - last.length).fill('0');
  return [...first, ...zeros, ...last].slice(0, GROUPS_OF_A_NETWORK).join(':');
}
