import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { learnAll } from '../../test/words.ts';
import { compile } from '../../words/compile.ts';
import { WRITING, type Language } from './languages.ts';
import { write, type Values } from './message.ts';
import { say, speak } from './words.ts';

const written = (text: string, values: Values<string>, language: Language = 'en') =>
  write<string>(compile(text), values, WRITING[language]).join('');

describe('a text', () => {
  const wait = '{count, plural, =0 {nothing waits} one {# change waits} other {# changes wait}} here';

  it.each([
    [0, 'nothing waits here'],
    [1, '1 change waits here'],
    [1_200, '1,200 changes wait here'],
  ])('of %d has the form for it', (count, words) => {
    expect(written(wait, { count })).toBe(words);
  });

  it('writes numbers as its language does', () => {
    expect(written('{count, number}', { count: 12_345 })).toBe('12,345');
    expect(written('{count, number}', { count: 12_345 }, 'de')).toBe('12.345');
    expect(written('{count, number}', { count: 12_345 }, 'ar')).toBe('12,345');
  });

  it('chooses by a word, also one that every object knows', () => {
    const text = '{who, select, you {yours} other {theirs}}';
    expect(written(text, { who: 'you' })).toBe('yours');
    expect(written(text, { who: 'constructor' })).toBe('theirs');
  });

  it('takes what it is filled in with for text', () => {
    expect(written('“{title}”', { title: '{count} <b>#</b>' })).toBe('“{count} <b>#</b>”');
  });

  it('keeps foreign words apart where lines begin at the right', () => {
    expect(written('إلى {name}', { name: 'Ana (1)' }, 'ar')).toBe('إلى \u2068Ana (1)\u2069');
    expect(written('To {name}', { name: 'Ana (1)' })).toBe('To Ana (1)');
  });

  it('that needs more than the client can write is refused when it is built', () => {
    expect(() => compile('{at, date, short}')).toThrow('cannot write');
    expect(() => compile('{count, plural, one {#}}')).toThrow();
  });
});

describe('what is said', () => {
  beforeAll(learnAll);
  afterEach(() => speak('en'));

  it('is in the language that is spoken', () => {
    expect(say('ui.newCount', { count: 3 })).toBe('3 new');
    speak('de');
    expect(say('ui.newCount', { count: 3 })).toBe('3 neu');
    speak('ar');
    expect(say('ui.newCount', { count: 3 })).toBe('3 جديدة');
  });
});
