// Draws the picture in docs/architecture.md from the folders that .dependency-cruiser.cjs holds the imports to.
import { readFileSync, writeFileSync } from 'node:fs';
import { inRepository } from './repository.ts';

interface Folder {
  name: string;
  what: string;
}

const PAGE = inRepository('docs/architecture.md');
const BEGIN = '<!-- Drawn by `npm run codegen` from docs/folders.json -->';
const END = '<!-- End of the picture -->';

const { server, clientFeatures, clientShared } = JSON.parse(
  readFileSync(inRepository('docs/folders.json'), 'utf8'),
) as Record<'server' | 'clientFeatures' | 'clientShared', Folder[]>;

const WIDTH = Math.max(...[...server, ...clientFeatures, ...clientShared].map(({ name }) => name.length)) + 2;
const line = ({ name, what }: Folder) => `${name.padEnd(WIDTH)} ${what}`;

const picture = [
  'server/src                 each imports only what is below it',
  '',
  ...server.flatMap((folder, index) => [...(index > 0 ? ['  ↓'] : []), `  ${line(folder)}`]),
  '',
  'client/src                 side by side: none imports another',
  '',
  ...clientFeatures.map((folder) => `  ${line(folder)}`),
  '  ↓',
  ...clientShared.map((folder) => `  ${line(folder)}`),
].join('\n');

const page = readFileSync(PAGE, 'utf8');
const [before, rest] = page.split(BEGIN);
const [, after] = rest!.split(END);
writeFileSync(PAGE, `${before}${BEGIN}\n\n\`\`\`text\n${picture}\n\`\`\`\n\n${END}${after}`);
