import { spawn } from 'node:child_process';
import { inRepository } from '../../local/repository.ts';
import type { Settings } from './server.ts';

/** What a command did from its start to its end. */
export interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a command in the repository's folder, with no more of our environment than it needs. */
export async function run(command: string, args: string[], env: Settings = {}): Promise<Run> {
  const own = { PATH: process.env.PATH, HOME: process.env.HOME };
  const child = spawn(command, args, { cwd: inRepository(), env: { ...own, ...env } });
  const result: Run = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (result.out += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (result.err += String(chunk)));
  result.code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return result;
}

/** Runs one of the built entries: `main`, `token`, `rotate-epoch`, `sql-sender`. */
export const runEntry = (entry: string, args: string[] = [], env: Settings = {}, flags: string[] = []) =>
  run(process.execPath, [...flags, inRepository(`server/dist/${entry}.js`), ...args], env);
