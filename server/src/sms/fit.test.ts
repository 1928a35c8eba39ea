import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LANGUAGES } from '../catalogue/language.ts';
import { fitted } from './fit.ts';
import { segmentsOf } from './segments.ts';
import { smsWording } from './wording.ts';

describe('a text takes', () => {
  test.each([
    ['nothing', '', 1],
    ['what fits into one', 'a'.repeat(160), 1],
    ['one character more', 'a'.repeat(161), 2],
    ['what fits into two', 'a'.repeat(306), 2],
    ['one more than two', 'a'.repeat(307), 3],
    ['German and Greek letters', 'äöüßÄÖÜéΔΩ'.repeat(16), 1],
    ['what counts twice', '€'.repeat(80), 1],
    ['one more of these', '€'.repeat(81), 2],
    ['a letter of no table', `ş${'a'.repeat(69)}`, 1],
    ['one character more beside it', `ş${'a'.repeat(70)}`, 2],
    ['a mark of typesetters', '„So“…'.padEnd(70), 1],
    ['emoji, in pairs of units', '🔔'.repeat(35), 1],
    ['one emoji more', '🔔'.repeat(36), 2],
    ['three of Arabic', 'س'.repeat(201), 3],
    ['four of Arabic', 'س'.repeat(202), 4],
  ])('%s', (_what, text, segments) => expect(segmentsOf(text)).toBe(segments));
});

const LINK = 'https://carillon.example.com/notifications/01890000-0000-7000-8000-000000000001';

test('what is too long is cut between characters, and the link stays whole', () => {
  const family = '👨‍👩‍👧‍👦';
  for (const text of [
    'a'.repeat(5_000),
    family.repeat(100),
    'é'.normalize('NFD').repeat(2_000),
    `${'a'.repeat(300)}ş`,
  ]) {
    const sms = fitted(text, LINK);
    expect(segmentsOf(sms)).toBeLessThanOrEqual(3);
    expect(sms.endsWith(`...\n${LINK}`)).toBe(true);
    expect(text.startsWith(sms.slice(0, sms.indexOf('...')))).toBe(true);
  }
  const cut = fitted(family.repeat(100), LINK).split('...')[0]!;
  expect(cut).toBe(family.repeat(cut.length / family.length));
  expect(fitted('short', LINK)).toBe(`short\n${LINK}`);
});

test('whatever it is, it fits, and no more was cut than had to be', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab €ş…🔔\n'), maxLength: 800 });
  fc.assert(
    fc.property(text, (said) => {
      const sms = fitted(said, LINK);
      expect(segmentsOf(sms)).toBeLessThanOrEqual(3);
      expect(sms.endsWith(LINK)).toBe(true);
    }),
  );
});

test.each(LANGUAGES)('a code is told in one segment in %s', (language) =>
  expect(segmentsOf(smsWording[language].code('123456'))).toBe(1),
);
