// Builds both sides, unless neither a source nor a dependency has changed since they were built last.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { inRepository } from './repository.ts';

const SOURCES = [
  'package-lock.json',
  'tsconfig.base.json',
  '{server,client}/*.{json,ts,html}',
  '{server,client}/src/**/*',
];
const OUTPUTS = ['server/dist/main.js', 'client/dist/index.html', 'server/dist/explorer/index.html'];
const mark = inRepository('server/dist/.built-from');

function fingerprint(): string {
  const files = globSync([...SOURCES, 'client/{public,codegen}/**/*'], { cwd: inRepository() }).sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(inRepository(file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

const now = fingerprint();
const isBuilt = OUTPUTS.every((file) => existsSync(inRepository(file)));
if (!isBuilt || !existsSync(mark) || readFileSync(mark, 'utf8') !== now) {
  const build = spawnSync('npm', ['run', 'build', '--silent'], {
    cwd: inRepository(),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (build.status !== 0) {
    console.error('The build failed: "npm run build" shows all of it.');
    process.exit(1);
  }
  mkdirSync(inRepository('server/dist'), { recursive: true });
  writeFileSync(mark, now);
}
