import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { composeSounds } from '../../sounds/compose.ts';
import { SOUNDS } from './sound.ts';

const FOLDER = 'client/public/sounds/';

it('the sounds are what `npm run sounds` makes, and a few kB', () => {
  const made = composeSounds();
  expect(readdirSync(FOLDER).sort()).toEqual([...made.keys()]);
  expect([...made.keys()]).toEqual(SOUNDS.map((sound) => `${sound}.wav`));
  for (const [name, bytes] of made) expect(readFileSync(FOLDER + name).equals(bytes)).toBe(true);
  expect([...made.values()].reduce((sum, { length }) => sum + length, 0)).toBeLessThan(8_000);
});

it('neither is cut off at its loudest, and both end in silence', () => {
  for (const bytes of composeSounds().values()) {
    const samples = [...bytes.subarray(44)];
    expect(Math.max(...samples)).toBeLessThan(255);
    expect(Math.min(...samples)).toBeGreaterThan(0);
    expect(Math.max(...samples)).toBeGreaterThan(190);
    expect(Math.abs(samples.at(-1)! - 128)).toBeLessThanOrEqual(1);
  }
});
