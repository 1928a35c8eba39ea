// Writes what each text of the English catalogue is filled in with, so that the compiler knows a key that is none, and
// a value that is missing. Part of "npm run codegen".
import { readFileSync, writeFileSync } from 'node:fs';
import { argumentsOf, type Texts } from './compile.ts';

const from = new URL('../src/words/en.json', import.meta.url);
const to = new URL('../src/generated/words.ts', import.meta.url);

const texts = JSON.parse(readFileSync(from, 'utf8')) as Texts;
const lines = Object.entries(texts).map(([key, text]) => {
  const fields = [...argumentsOf(text)].map(([name, kind]) => `${name}: '${kind}'`);
  return `  '${key}': { ${fields.join('; ')} };`.replace('{  }', 'NoArguments');
});
writeFileSync(
  to,
  `type NoArguments = Record<never, never>;

/** Each text of the catalogue, with its arguments. */
export interface Arguments {
${lines.join('\n')}
}
`,
);
