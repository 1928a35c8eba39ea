import { spawn } from 'node:child_process';
import { inRepository } from '../../local/repository.ts';
import type { Settings } from './server.ts';

/** What a command did from its start to its end. */
export interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** A command that runs. */
export interface Running {
  /** What it has said so far. */
  readonly said: Readonly<Run>;
  readonly ended: Promise<Run>;
  stop(): void;
}

/** Starts a command, with no more of our environment than it needs. */
export function start(command: string, args: string[], env: Settings = {}, cwd = inRepository()): Running {
  const own = { PATH: process.env.PATH, HOME: process.env.HOME };
  const child = spawn(command, args, { cwd, env: { ...own, ...env } });
  const said: Run = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (said.err += String(chunk)));
  const ended = new Promise<Run>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      said.code = code;
      resolve(said);
    });
  });
  return { said, ended, stop: () => void child.kill() };
}

/** Runs a command in the repository's folder, or another, to its end. */
export const run = (command: string, args: string[], env: Settings = {}, cwd?: string): Promise<Run> =>
  start(command, args, env, cwd).ended;

/** Runs one of the built entries: `main`, `token`, `rotate-epoch`, `sql-sender`. */
export const runEntry = (entry: string, args: string[] = [], env: Settings = {}, flags: string[] = []) =>
  run(process.execPath, [...flags, inRepository(`server/dist/${entry}.js`), ...args], env);
