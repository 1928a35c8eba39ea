import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** By which people and secret scanners know a key: docs/tokens.md has the pattern. */
const PREFIX = 'carillon_sk_';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 190 bits. */
const RANDOM_DIGITS = 32;
/** What a CRC-32 needs at most. */
const CHECKSUM_DIGITS = 6;
const SHAPE = new RegExp(`^${PREFIX}[0-9A-Za-z]{${RANDOM_DIGITS + CHECKSUM_DIGITS}}$`);
/** As much as may be shown, to tell one key from another. */
const SHOWN_DIGITS = 4;

/** A new key, to be shown once. */
export function newKey(): string {
  const random = Array.from({ length: RANDOM_DIGITS }, () => DIGITS[randomInt(DIGITS.length)]).join('');
  return PREFIX + random + checksumOf(random);
}

/** Whether somebody means to show a key, right or wrong. */
export const isMeantAsKey = (text: string): boolean => text.startsWith(PREFIX);

/** Whether it is whole: what was cut or mistyped is told by its checksum, without asking anybody. */
export function isWhole(key: string): boolean {
  const random = key.slice(PREFIX.length, -CHECKSUM_DIGITS);
  return SHAPE.test(key) && key.endsWith(checksumOf(random));
}

/** What is kept of a key. It is too long to be guessed, so no salt and no slow hash are needed. */
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url');

export const beginningOf = (key: string): string => key.slice(0, PREFIX.length + SHOWN_DIGITS);

function checksumOf(random: string): string {
  let rest = crc32(random);
  let digits = '';
  for (let place = 0; place < CHECKSUM_DIGITS; place++) {
    digits = DIGITS[rest % DIGITS.length] + digits;
    rest = Math.floor(rest / DIGITS.length);
  }
  return digits;
}
