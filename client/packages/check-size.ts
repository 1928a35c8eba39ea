// What the bell brings along for a host application that has React and Apollo Client already and uses nothing else of ours,
// compressed: all of it, with styles, words and what the socket needs. Fails where it is more than agreed.
import { brotliCompressSync } from 'node:zlib';
import type { Rolldown } from 'vite';
import { withImports } from '../loaded-chunks.ts';
import { LANGUAGES } from '../src/words/languages.ts';
import { bellAtAHost } from './bell-at-a-host.ts';

const MAX_KB = 40;
const chunks = await bellAtAHost();
const files = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
const known = new Set<Rolldown.OutputChunk>();

/** Of what was not fetched before. */
function weigh(fetched: Rolldown.OutputChunk[]): number {
  const loaded = fetched.flatMap((chunk) => withImports(chunk, files)).filter((chunk) => !known.has(chunk));
  const bytes = [...new Set(loaded)].reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0);
  for (const chunk of loaded) known.add(chunk);
  return bytes / 1000;
}

const of = (part: string) =>
  chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.includes(`/${part}-`)));
const parts = {
  bell: weigh(chunks.filter(({ isEntry }) => isEntry)),
  // Fetched so that it opens at once.
  panel: weigh(of('panel')),
  // In the language that takes most.
  words: Math.max(...LANGUAGES.map((language) => weigh(of(`words-${language}-first`)))),
};
if (Object.values(parts).includes(0)) throw new Error('A part of the bell is in none of the files');
const sum = Object.values(parts).reduce((all, part) => all + part);
const isTooMuch = sum > MAX_KB;
const each = Object.entries(parts).map(([name, kB]) => `${name} ${kB.toFixed(1)}`);
console.log(
  `The bell of carillon-react: ${sum.toFixed(1)} kB (${MAX_KB}): ${each.join(', ')}${isTooMuch ? ' TOO MUCH' : ''}`,
);
if (isTooMuch) process.exitCode = 1;
