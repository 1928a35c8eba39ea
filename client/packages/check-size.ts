// What the bell brings along for a host application that has React and Apollo Client already, compressed. Fails where it is
// more than agreed.
import { brotliCompressSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { withImports } from '../loaded-chunks.ts';
import { packages } from './packages.ts';

// 40 is what we want; most of what is beyond are the documents of the operations, each with its fragments.
const MAX_KB = 53;
/** What is fetched after it stands there: its panel, and its words in the language that the page is in. */
const LATER = /\/(notification-panel|words\/en\.json\?part=first)/;

const config = packages.find(({ name }) => name === 'react')!.builds[0]!;
const [{ output }] = (await build({
  ...config,
  build: { ...config.build, write: false },
})) as [Rolldown.RolldownOutput];
const chunks = output.filter((file) => file.type === 'chunk');
const files = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
const fetched = chunks.filter(({ isEntry, facadeModuleId }) => isEntry || LATER.test(facadeModuleId ?? ''));
const loaded = new Set(fetched.flatMap((chunk) => withImports(chunk, files)));

const bytes = [...loaded].reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0);
const isTooMuch = bytes / 1000 > MAX_KB;
console.log(
  `carillon-react, its words and styles: ${(bytes / 1000).toFixed(1)} kB (${MAX_KB})${isTooMuch ? ' TOO MUCH' : ''}`,
);
if (isTooMuch) process.exitCode = 1;
