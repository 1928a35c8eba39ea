import { describe, expect, it } from '@jest/globals';
import { partsOf } from './matches.ts';

const marked = (text: string, search: string) =>
  partsOf(text, search)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');

describe('what was searched for is marked', () => {
  it.each([
    ['the beginning of each word', 'Apply for an application', 'appl', '[Appl]y for an [appl]ication'],
    ['the longest of several', 'Apply', 'a app', '[App]ly'],
    ['whatever the case and accents', 'Crème BRÛLÉE', 'creme brulee', '[Crème] [BRÛLÉE]'],
    [
      'with the marks of its last letter',
      'Zoe\u0308 A\u030Angstrom',
      'zoe a',
      '[Zoe\u0308] [A\u030A]ngstrom',
    ],
    ['also where a letter becomes two', 'Straße', 'stras', '[Straß]e'],
    ['from right to left', 'مرحبا بالعالم', 'بال', 'مرحبا [بال]عالم'],
    ['without spaces', '通知中心', '中心', '通知[中][心]'],
    ['in pictures', 'Party 🎉!', '🎉', 'Party [🎉]!'],
    ['not within a word', 'Second', 'cond', 'Second'],
    ['not by signs', "a'&<b>", "'&<>", "a'&<b>"],
    ['not without a search', 'Second', '', 'Second'],
  ])('%s', (_what, text, search, expected) => {
    expect(marked(text, search)).toBe(expected);
  });

  it('and no text is lost', () => {
    const text = '  «Zoë» 12.5 %\n👩‍👩‍👧 end ';
    expect(partsOf(text, 'zo 12 end 👩').map((part) => part.text)).toEqual(expect.arrayContaining(['Zo']));
    expect(
      partsOf(text, 'zo 12 end 👩')
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
