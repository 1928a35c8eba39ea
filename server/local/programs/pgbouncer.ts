// A real PgBouncer in front of a PostgreSQL on this machine, for tests.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startInBackground } from '../background-process.ts';
import { libraryFolders, unpackDebianPackage } from './debian-packages.ts';
import { freePort } from '../free-port.ts';
import { isRoot } from './privileges.ts';
import { firstThatRuns } from '../run-command.ts';

const ATTEMPTS = 5;

export interface LocalPgBouncer {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * In transaction mode, as docs/operating.md says, and with so few connections that nobody has one of their own. On a free
 * port.
 */
export async function startPgBouncer(postgresPort: number): Promise<LocalPgBouncer> {
  const { command, env } = await pgBouncerBinary();
  const folder = await mkdtemp(path.join(tmpdir(), 'carillon-pgbouncer-'));
  await chmod(folder, 0o755); // for root it runs as another user
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const file = path.join(folder, 'pgbouncer.ini');
    await writeFile(file, configuration(postgresPort, port));
    const server = startInBackground(command, [file], { env, asNobody: isRoot });
    if (await server.says('process up')) {
      return {
        port,
        stop: async () => {
          await server.end('SIGTERM');
          await rm(folder, { recursive: true, force: true });
        },
      };
    }
    const lostThePort = server.lastWords().includes('Address already in use');
    if (attempt === ATTEMPTS || !lostThePort)
      throw new Error(`PgBouncer did not start:\n${server.lastWords()}`);
  }
}

const configuration = (postgresPort: number, port: number): string => `
[databases]
* = host=127.0.0.1 port=${postgresPort} user=postgres

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
max_client_conn = 1000
ignore_startup_parameters = options
`;

/** The machine's own, else Debian's unpacked into a cache. */
async function pgBouncerBinary(): Promise<{ command: string; env: NodeJS.ProcessEnv }> {
  const own = await firstThatRuns(['pgbouncer']);
  if (own) return { command: own, env: {} };
  try {
    const root = await unpackDebianPackage('pgbouncer');
    const env = { LD_LIBRARY_PATH: await libraryFolders(root) };
    const command = path.join(root, 'usr/sbin/pgbouncer');
    if (!(await firstThatRuns([command], env))) throw new Error(`${command} does not run on this machine`);
    return { command, env };
  } catch (error) {
    throw new Error('The tests need a real PgBouncer and found none: install pgbouncer.', { cause: error });
  }
}
