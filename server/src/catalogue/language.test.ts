import { expect, test } from '@jest/globals';
import { forReader, type InLanguages, type Language } from './language.ts';

// There will be more of them than two, and only then English is neither the reader's nor the first.
const French = 'fr' as Language;
const said = (...languages: Language[]) =>
  languages.map((language) => ({ language })) as unknown as InLanguages<{ language: Language }>;

test.each([
  ['de', said(French, 'en', 'de'), 'de'],
  ['de', said(French, 'en'), 'en'],
  ['en', said(French, 'de'), French],
] as const)('whoever reads %s gets theirs, else English, else the first', (reader, texts, language) => {
  expect(forReader(texts, reader).language).toBe(language);
});
