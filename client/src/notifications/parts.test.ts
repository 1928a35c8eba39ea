import { globSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const drawn = globSync(['client/src/**/*.tsx', 'client/packages/react/src/*.tsx'], {
  exclude: ['**/*.test.tsx'],
}).map((file) => readFileSync(file, 'utf8'));

/** In text, and in what is chosen between. */
const partsIn = (source: string) =>
  [...source.matchAll(/\bpart=(?:"([^"]+)"|\{[^}]*\})/g)].flatMap(([all, text]) =>
    text === undefined ? [...all.matchAll(/'([^']+)'/g)].flatMap(([, words]) => words!.split(' ')) : [text],
  );

it('what a host can style by ::part is what the docs say', () => {
  const docs = readFileSync('docs/embedding.md', 'utf8');
  const [, table] = /## Parts\n([^#]*)/.exec(docs)!;
  const told = [...table!.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name!);
  expect(told).toEqual([...new Set(told)]);
  expect(new Set(told)).toEqual(new Set(drawn.flatMap(partsIn)));
});
