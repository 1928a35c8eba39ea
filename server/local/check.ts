// `npm run check`: every check that there is, two at a time, each with what it says in one piece. Fails where one does.
import { spawn } from 'node:child_process';
import { inRepository } from './repository.ts';

/** What only reads, the longest first. */
const READING = ['lint', 'types', 'format', 'size', 'boundaries', 'unused', 'schema'];
/** What writes files that the others read. */
const WRITING = ['drift'];

async function passes(name: string): Promise<boolean> {
  const said: Buffer[] = [];
  const begun = Date.now();
  const check = spawn('npm', ['run', '--silent', `check:${name}`], {
    cwd: inRepository(),
    shell: process.platform === 'win32',
  });
  for (const stream of [check.stdout, check.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const isGood = await new Promise<boolean>((resolve) => check.on('close', (code) => resolve(code === 0)));
  const seconds = Math.round((Date.now() - begun) / 1_000);
  console.log(
    `${Buffer.concat(said).toString()}check:${name} ${isGood ? 'passed' : 'FAILED'} (${seconds} s)`,
  );
  return isGood;
}

async function allPass(names: readonly string[], atOnce: number): Promise<boolean> {
  const left = [...names];
  const results: boolean[] = [];
  const lane = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) results.push(await passes(name));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results.every(Boolean);
}

const isGood = [await allPass(READING, 2), await allPass(WRITING, 1)].every(Boolean);
process.exitCode = isGood ? 0 : 1;
