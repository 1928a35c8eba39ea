import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRepository } from '../../local/repository.ts';

/** Builds the page of `npm run gallery` and the stage that it shows its states on. @returns their folder */
export async function builtGallery(): Promise<string> {
  const vite = inRepository('node_modules/vite/bin/vite.js');
  const config = inRepository('client/gallery/vite.config.ts');
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    env,
  });
  return inRepository('client/gallery/dist');
}
