import '../../../test/browser.ts';
import { describe, expect, it } from '@jest/globals';
import { hueOf } from './avatar.tsx';
import { initialsOf } from './initials.tsx';

describe('the initials of a name', () => {
  it.each([
    ['Iris Lindqvist', 'IL'],
    ['  anna   maria  von berg ', 'AB'],
    ['Prince', 'P'],
    ['山田 太郎', '山太'],
    ['محمد علي', 'م\u200cع'],
    ['👩‍👩‍👧 Família', '👩‍👩‍👧F'],
    ['e\u0301mile Zola', 'E\u0301Z'],
    ['“Casey” (she/her)', 'CS'],
    ['\u202eIris', 'I'],
    ['???', '?'],
    ['', ''],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('the colour of a name', () => {
  it('is the same each time, and another for another', () => {
    const names = ['Iris', 'Iris L', 'Casey', 'Casez', '山田', ''];
    const hues = names.map(hueOf);
    expect(names.map(hueOf)).toEqual(hues);
    expect(new Set(hues).size).toBe(names.length);
    for (const hue of hues) expect(hue >= 0 && hue < 360).toBe(true);
  });
});
