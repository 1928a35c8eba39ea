import { describe, expect, it } from '@jest/globals';
import { clip, firstCharacter } from './clip.ts';

const FAMILY = '👨‍👩‍👧‍👦';

describe('a text that is cut', () => {
  it('stays as it is when it is short enough', () => {
    expect(clip('abc', 3)).toBe('abc');
    expect(clip('', 3)).toBe('');
  });

  it.each([
    ['an emoji of several', FAMILY],
    ['a flag', '🇩🇪'],
    ['a skin tone', '👍🏽'],
    ['a key cap', '7️⃣'],
    ['a pair of surrogates', '𝒜'],
    ['a letter with its accents', 'ȩ̌́'],
    ['a syllable of jamo', '\u1112\u1161\u11ab'],
    ['a conjunct with its vowel', 'क्षि'],
    ['a flag of tags', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ])('never ends within %s', (_, character) => {
    for (let most = 3; most < 40; most++) {
      const cut = clip(`ab${character.repeat(20)}`, most);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(cut).toMatch(/^ab.*…$/u);
      expect(cut.slice(2, -1).replaceAll(character, '')).toBe('');
    }
  });

  it('says so, without a space before it', () => {
    expect(clip('one two three', 9)).toBe('one two…');
    expect(clip('one two three', 5)).toBe('one…');
  });
});

it('the first character is whole', () => {
  expect([`${FAMILY} Morgan`, '🇩🇪x', 'abc', ''].map(firstCharacter)).toEqual([FAMILY, '🇩🇪', 'a', '']);
});
