// Every test speaks English, as it is in the catalogue; others can be learned from here. Set up before each file.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES, type Language } from '../src/words/languages.ts';
import { learn } from '../src/words/words.ts';
import { compileAll, type Texts } from '../words/compile.ts';

export const textsOf = (language: Language): Texts =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `../src/words/${language}.json`), 'utf8')) as Texts;

learn('en', compileAll(textsOf('en')));

/** All that there are. */
export function learnAll(): void {
  for (const language of LANGUAGES) learn(language, compileAll(textsOf(language)));
}
