import { expect, test } from '@jest/globals';
import { hashOf, isMeantAsKey, isWhole, newKey } from './key-text.ts';

test('a key is whole, and no two are alike', () => {
  const keys = Array.from({ length: 2_000 }, newKey);
  expect(keys.every((key) => isMeantAsKey(key) && isWhole(key))).toBe(true);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(keys.map(hashOf)).size).toBe(keys.length);
  // Every digit comes in every place.
  for (let place = 12; place < 44; place++) expect(new Set(keys.map((key) => key[place])).size).toBe(62);
});

test('one of which a character was changed, left out, doubled or moved is not', () => {
  const key = newKey();
  for (let place = 12; place < key.length; place++) {
    const other = key[place] === '0' ? '1' : '0';
    const wrong = [
      key.slice(0, place) + other + key.slice(place + 1),
      key.slice(0, place) + key.slice(place + 1),
      key.slice(0, place) + key[place] + key.slice(place),
    ];
    if (key[place + 1] !== undefined && key[place] !== key[place + 1])
      wrong.push(key.slice(0, place) + key[place + 1] + key[place] + key.slice(place + 2));
    for (const text of wrong) expect([text, isWhole(text)]).toEqual([text, false]);
  }
  for (const text of ['', 'carillon_sk_', `${key}\n`, ` ${key}`, key.slice(12)])
    expect(isWhole(text)).toBe(false);
});

test('what a checksum is does not change: keys that were given out stay whole', () => {
  expect(isWhole(`carillon_sk_${'0'.repeat(32)}${CHECKSUM_OF_ZEROS}`)).toBe(true);
});

/** CRC-32 of 32 zeros, 2700251856 as Python's zlib has it, in base 62. */
const CHECKSUM_OF_ZEROS = '2wjyrI';
