import { expect, test } from '@jest/globals';
import { forReader, LANGUAGES, LOCALES, ofCount, type InLanguages, type Language } from './language.ts';

const said = (...languages: Language[]) =>
  languages.map((language) => ({ language })) as unknown as InLanguages<{ language: Language }>;

test.each([
  ['de', said('fr', 'en', 'de'), 'de'],
  ['de', said('fr', 'en'), 'en'],
  ['en', said('fr', 'de'), 'fr'],
] as const)('whoever reads %s gets theirs, else English, else the first', (reader, texts, language) => {
  expect(forReader(texts, reader).language).toBe(language);
});

test.each([
  [0, 'zero'],
  [1, 'one'],
  [2, 'two'],
  [3, 'few'],
  [11, 'many'],
  [100, 'other'],
])('Arabic has six forms, and %i has one of its own', (count, form) => {
  const forms = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };
  expect(ofCount('ar', count, forms)).toBe(form);
});

test('a form that a language does without is the usual one', () => {
  expect(ofCount('fr', 0, { one: 'one', other: 'other' })).toBe('one');
  expect(ofCount('fr', 1_000_000, { one: 'one', other: 'other' })).toBe('other');
});

test('every language writes the digits that hosts write', () => {
  for (const language of LANGUAGES) expect(new Intl.NumberFormat(LOCALES[language]).format(7)).toBe('7');
});
