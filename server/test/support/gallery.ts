import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRepository } from '../../local/repository.ts';

/** Builds the page of `npm run gallery` and the stages that it shows its states on. @returns their folder */
export async function builtGallery(): Promise<string> {
  const vite = inRepository('node_modules/vite/bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  // Each empties the folder that it writes, and the second lies in that of the first.
  for (const file of ['client/gallery/vite.config.ts', 'client/gallery/hosts/vite.config.ts']) {
    const args = [vite, 'build', '--config', inRepository(file), '--logLevel', 'warn'];
    await promisify(execFile)(process.execPath, args, { env });
  }
  return inRepository('client/gallery/dist');
}
