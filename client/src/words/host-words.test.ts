import { textsOf } from '../../test/words.ts';
import { argumentsOf } from '../../words/compile.ts';
import { afterEach, describe, expect, it } from '@jest/globals';
import { understood, type HostWords, type KnownWords } from './host-words.ts';
import { overrule, say, speak } from './words.ts';

const known: KnownWords = Object.fromEntries(
  Object.entries(textsOf('en')).map(([key, text]) => [key, Object.fromEntries(argumentsOf(text))]),
);

/** @returns what is warned of */
function take(words: HostWords): string[] {
  const warnings: string[] = [];
  overrule(understood(words, known, (text) => warnings.push(text)));
  return warnings;
}

afterEach(() => {
  overrule(new Map());
  speak('en');
});

describe('a host’s own words', () => {
  it('stand in the place of ours, with their plurals', () => {
    const unread = '{count, plural, =0 {no letters} one {# letter} other {# letters}}';
    const warnings = take({ 'done.UNREAD': unread, 'notification.many': 'Letters' });
    expect(say('notification.many')).toBe('Letters');
    expect([0, 1, 2_000].map((count) => say('done.UNREAD', { count }))).toEqual([
      'no letters',
      '1 letter',
      '2,000 letters',
    ]);
    expect(warnings).toEqual([]);
  });

  it('are of one language, or of all', () => {
    take({ de: { 'notification.many': 'Briefe' } });
    expect(say('notification.many')).toBe('Notifications');
    speak('de');
    expect(say('notification.many')).toBe('Briefe');
    take({ 'notification.many': 'Post' });
    expect(say('notification.many')).toBe('Post');
  });

  it.each([
    ['a key of an object', { constructor: 'x', __proto__: null }, 'constructor'],
    ['a key that is none', { 'bell.nothing': 'x' }, 'bell.nothing'],
    ['an open brace', { 'notification.many': 'Letters {' }, 'notification.many'],
    ['a plural without other', { 'done.UNREAD': '{count, plural, one {#}}' }, 'done.UNREAD'],
    ['an argument of nobody', { 'notification.many': '{user}' }, 'notification.many'],
    ['a number for a text', { 'done.UNREAD': '{count}' }, 'done.UNREAD'],
    ['a tag for nothing', { 'notification.many': '<b>Letters</b>' }, 'notification.many'],
    ['a date', { 'done.UNREAD': '{count, date}' }, 'done.UNREAD'],
    ['what is no text', { 'notification.many': 7 }, 'notification.many'],
  ])('leave ours where they are %s', (_, words, key) => {
    const warnings = take(words as unknown as HostWords);
    expect(warnings).toEqual([expect.stringContaining(`"${key}"`)]);
    expect(say('notification.many')).toBe('Notifications');
    expect(say('done.UNREAD', { count: 2 })).toBe('2 marked as unread');
  });

  it('are text, whatever they look like', () => {
    take({ 'notification.many': "'<script>'alert(1)'</script>'" });
    expect(say('notification.many')).toBe('<script>alert(1)</script>');
  });
});
