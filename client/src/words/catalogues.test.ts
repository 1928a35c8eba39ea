import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { textsOf } from '../../test/words.ts';
import { argumentsOf, compile } from '../../words/compile.ts';
import { LANGUAGES, WRITING } from './languages.ts';

const english = textsOf('en');
const keys = Object.keys(english);
const sources = globSync(['client/src/**/*.{ts,tsx}', 'client/packages/*/src/*.{ts,tsx}'])
  .filter((file) => !/\.test\.|client\/src\/(words|generated)\//.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

test('each text of the catalogue is said somewhere', () => {
  expect(keys.length).toBeGreaterThan(200);
  expect(keys.filter((key) => !sources.includes(`'${key}'`) && !sources.includes(`"${key}"`))).toEqual([]);
});

describe.each(LANGUAGES)('the catalogue in %s', (language) => {
  const texts = textsOf(language);

  test('has the same texts, in the same order', () => {
    expect(Object.keys(texts)).toEqual(keys);
  });

  test('says something in each', () => {
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual(
      [],
    );
  });

  test.each(keys)('%s can be written, and is filled in with the same', (key) => {
    const text = texts[key] ?? '';
    expect(() => compile(text)).not.toThrow();
    expect([...argumentsOf(text)]).toEqual([...argumentsOf(english[key]!)]);
  });

  test('has for each number the form that the language has for it', () => {
    const rules = new Intl.PluralRules(WRITING[language].locale);
    // Millions have one of their own in French, and nobody has as many notifications.
    const wanted = rules
      .resolvedOptions()
      .pluralCategories.filter((form) => language === 'ar' || form !== 'many');
    const plurals = Object.entries(texts).filter(([, text]) => text.includes(', plural,'));
    expect(plurals.length).toBeGreaterThan(3);
    for (const [key, text] of plurals) {
      const forms = new Set(
        [...text.matchAll(/\b(zero|one|two|few|many|other) \{/g)].map(([, form]) => form!),
      );
      expect([key, [...forms].sort()]).toEqual([key, [...wanted].sort()]);
    }
  });
});

test('French keeps its signs beside their words: narrowly before ; ! and ?, wider before : and inside « »', () => {
  const apart = /(?<!\u202f)[;!?]|(?<!\u00a0)(?::|»)|«(?!\u00a0)|'/u;
  expect(Object.entries(textsOf('fr')).filter(([, text]) => apart.test(text))).toEqual([]);
});
