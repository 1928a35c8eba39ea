import { spawn } from 'node:child_process';
import { inRepository } from '../../local/repository.ts';
import { freePort } from '../../local/free-port.ts';
import { post } from './client.ts';
import { settingsOf, type Answering, type Settings } from './server.ts';
import { until } from './until.ts';

/** The production entry in a process of its own. */
export interface ServerProcess extends Answering {
  /** Every line it has written. */
  readonly log: string[];
  /** Asks it to end, and gives its exit code. */
  stop(): Promise<number | null>;
  /** As a crash would. */
  kill(): Promise<void>;
}

/** Starts what `npm run build` has built, at a free port unless it is told which. */
export async function startServerProcess(databaseUrl: string, more: Settings = {}): Promise<ServerProcess> {
  const PORT = more.PORT ?? String(await freePort());
  const env = { PATH: process.env.PATH, ...settingsOf(databaseUrl, { LOG_LEVEL: 'debug', ...more, PORT }) };
  const child = spawn(process.execPath, [inRepository('server/dist/main.js')], { env });
  const log: string[] = [];
  const hear = (chunk: Buffer) => log.push(...chunk.toString().split('\n').filter(Boolean));
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = `http://127.0.0.1:${PORT}`;

  await until(
    async () => {
      if (child.exitCode !== null) return true;
      return (await fetch(`${url}/readyz`)).ok;
    },
    { timeoutMs: 30_000 },
  );
  if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${log.join('\n')}`);
  return {
    url,
    ask: (query, variables, token) => post(url, query, variables, token),
    log,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
