import { expect, test } from '@jest/globals';
import { cut } from './cut.ts';

test.each([
  ['what is short enough', 'abc', 3, 'abc'],
  ['what is too long', 'abcd', 3, 'ab…'],
  ['characters beyond 16 bits, which count once', '🎉🎉🎉', 3, '🎉🎉🎉'],
  ['no half of one', '🎉🎉🎉🎉', 3, '🎉🎉…'],
  ['no family', 'ab👨‍👩‍👧‍👦', 5, 'ab…'],
  ['no flag', 'a🇩🇪🇫🇷', 3, 'a…'],
  ['no skin', 'a👍🏽bc', 3, 'a…'],
  ['no accent', 'abe\u0301d', 4, 'ab…'],
  ['no syllable', 'कि'.repeat(3), 4, 'कि…'],
  ['one that is too long by itself', `e${'\u0301'.repeat(9)}`, 3, 'e\u0301…'],
])('%s', (_what, text, most, expected) => {
  expect(cut(text, most)).toBe(expected);
});
