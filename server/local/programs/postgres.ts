// A real PostgreSQL for development and tests, out of npm. It accepts everybody from this machine without a password.
import { chownSync, existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAlive, startInBackground, type BackgroundProcess } from '../background-process.ts';
import { freePort } from '../free-port.ts';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { clearStaleMark, placeForData } from './postgres-folder.ts';
import { bound, isRoot, NOBODY } from './privileges.ts';
import { runCommand } from '../run-command.ts';

const ATTEMPTS = 20;
const PAUSE_MS = 250;

export interface PostgresOptions {
  dataDir: string;
  /** Its major version, when it is not to be the one that npm installed. */
  version?: string | undefined;
  /** In place of that. */
  binaries?: PostgresBinaries;
  /** A free one when not given. */
  port?: number;
  /** Server settings, over the defaults below. */
  settings?: Record<string, string>;
  /** A command that runs the server, the rest of its line, in surroundings of its own. */
  within?: readonly string[];
}

export interface LocalPostgres {
  url: string;
  port: number;
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Fast shutdown: sessions are cut, nothing is lost. */
  stop(): Promise<void>;
  /** As a crash or a power cut would: nothing is written any more. Start again with the same folder and port. */
  kill(): Promise<void>;
  /** Stands still from now on, all its processes, and answers nobody; connections stay open. */
  freeze(): void;
  /** Goes on where it stood. */
  thaw(): void;
}

export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  const binaries = options.binaries ?? (await postgresBinaries(options.version));
  const folder = placeForData(path.resolve(options.dataDir));
  const data = path.join(folder, 'data');
  if (!existsSync(data)) await initialise(binaries, folder, data, options.settings?.fsync !== 'off');

  for (let attempt = 1; ; attempt++) {
    clearStaleMark(data);
    const port = options.port ?? (await freePort());
    const server = startInBackground(binaries.postgres, serverArguments(data, port, options.settings), {
      asNobody: isRoot,
      env: { ...binaries.env, LC_ALL: 'C' }, // messages in English, because we read them
      within: options.within,
    });
    if (await server.says('database system is ready to accept connections')) return handle(server, port);
    if (attempt === ATTEMPTS || !isPassing(server.lastWords(), options.port)) {
      throw new Error(`PostgreSQL did not start in ${data}:\n${server.lastWords()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Where the server of a data folder answers, as it says itself; undefined when none does. */
export function runningPostgresUrl(dataDir: string): string | undefined {
  const mark = path.join(dataDir, 'data', 'postmaster.pid');
  if (!existsSync(mark)) return undefined;
  // The process, its folder, its start, its port.
  const [pid, , , port] = readFileSync(mark, 'utf8').split('\n');
  return isAlive(Number(pid)) ? urlAt(Number(port)) : undefined;
}

const urlAt = (port: number) => `postgres://postgres@127.0.0.1:${port}/postgres`;

function serverArguments(data: string, port: number, settings: Record<string, string> = {}): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    lc_messages: 'C',
    ...settings,
  };
  return [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** In a second folder that is renamed at the end, so that an interrupted initdb leaves nothing half-made. */
async function initialise(
  binaries: PostgresBinaries,
  folder: string,
  data: string,
  sync: boolean,
): Promise<void> {
  const unfinished = path.join(folder, `unfinished-${process.pid}`);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  if (isRoot) chownSync(unfinished, NOBODY, NOBODY);
  // Before 17 it had no locale of its own.
  const provider = binaries.version === undefined || binaries.version >= '17' ? 'builtin' : 'libc';
  const locale = ['--encoding=UTF8', `--locale-provider=${provider}`, '--locale=C.UTF-8'];
  const options = ['-D', unfinished, '-U', 'postgres', '--auth=trust', '--no-instructions', ...locale];
  const [file, ...args] = bound(binaries.initdb, sync ? options : [...options, '--no-sync'], 'INT', isRoot);
  await runCommand(file!, args, { cwd: folder, env: binaries.env });
  await rename(unfinished, data);
}

/** Troubles that end by themselves: the last children of a killed server, or a port that was free a moment ago. */
function isPassing(lastWords: string, wantedPort: number | undefined): boolean {
  if (lastWords.includes('pre-existing shared memory block')) return true;
  return wantedPort === undefined && lastWords.includes('Address already in use');
}

function handle(server: BackgroundProcess, port: number): LocalPostgres {
  return {
    url: urlAt(port),
    port,
    ended: server.ended,
    stop: () => server.end('SIGINT'),
    async kill() {
      const sessions = childrenOf(server.pid);
      const ended = server.end('SIGKILL');
      // A session in the middle of a long query would go on writing for a while.
      sessions.forEach((pid) => signalIfAlive(pid, 'SIGKILL'));
      await ended;
    },
    freeze() {
      // The parent first, which would have more children.
      signalIfAlive(server.pid, 'SIGSTOP');
      childrenOf(server.pid).forEach((pid) => signalIfAlive(pid, 'SIGSTOP'));
    },
    thaw() {
      for (const pid of [server.pid, ...childrenOf(server.pid)]) signalIfAlive(pid, 'SIGCONT');
    },
  };
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}
