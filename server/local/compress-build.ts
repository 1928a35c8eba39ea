// The last step of `npm run build`: puts compressed copies beside all files that browsers fetch, ours and the explorer's.
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { inRepository } from './repository.ts';

const TEXT = '**/*.{css,html,ico,js,json,svg}';
/** Smaller ones fit into the first packet anyway. */
const MIN_BYTES = 1_024;

/** @param quality of brotli: 11 is the best, and takes ten times as long as 9 for a tenth of the bytes */
async function compressFiles(folder: string, quality: number): Promise<void> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  await Promise.all(
    globSync(TEXT, { cwd: folder }).map(async (name) => {
      const file = path.join(folder, name);
      const content = readFileSync(file);
      if (content.length < MIN_BYTES) return;
      const [br, gz] = await Promise.all([
        promisify(brotliCompress)(content, { params }),
        promisify(gzip)(content, { level: 9 }),
      ]);
      writeFileSync(`${file}.br`, br);
      writeFileSync(`${file}.gz`, gz);
    }),
  );
}

const require = createRequire(import.meta.url);
const altair = path.join(path.dirname(require.resolve('altair-static')), 'dist');
const explorer = inRepository('server/dist/explorer');
cpSync(altair, explorer, { recursive: true });
await compressFiles(inRepository('client/dist'), 11);
await compressFiles(explorer, 9);
