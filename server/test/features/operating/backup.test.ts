import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres, type LocalPostgres } from '../../../local/programs/postgres.ts';
import { discardData } from '../../../local/programs/postgres-folder.ts';
import { inRepository } from '../../../local/repository.ts';
import { countsOf, follow, listOf, sendMany } from '../../support/acts.ts';
import { administer } from '../../support/services/database.ts';
import { debianPostgres, type PostgresWithTools } from '../../support/services/debian-postgres.ts';
import { run } from '../../support/run-script.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { closeSockets } from '../../support/socket.ts';
import { candidate } from '../../support/token.ts';

let folder: string;
let found: PostgresWithTools;
let postgres: LocalPostgres;
let docs: string;
const servers: ServerProcess[] = [];

async function start(url: string): Promise<ServerProcess> {
  const server = await startServerProcess(url);
  servers.push(server);
  return server;
}

beforeAll(async () => {
  docs = await readFile(inRepository('docs/operating.md'), 'utf8');
  folder = await mkdtemp(path.join(tmpdir(), 'carillon-backup-'));
  await chmod(folder, 0o755);
  await symlink(inRepository('server'), path.join(folder, 'server'));
  found = await debianPostgres();
  postgres = await startPostgres({ dataDir: path.join(folder, 'data'), binaries: found.binaries });
}, 300_000);

afterAll(async () => {
  await closeSockets();
  for (const server of servers) await server.kill();
  await postgres?.stop();
  discardData(path.join(folder, 'data'));
  await rm(folder, { recursive: true });
});

/** The blocks of one language below a heading of docs/operating.md. */
const blocks = (heading: string, language: string): string[] => {
  const section = docs.split(/^## /m).find((text) => text.startsWith(heading))!;
  return [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([^\`]*)\`\`\``, 'gm'))].map(
    ([, block]) => block!,
  );
};

test('a dump, a restore and a new epoch, by the commands of docs/operating.md', async () => {
  const [roles] = blocks('The database role', 'sql');
  for (const statement of roles!.split(';').filter((text) => text.trim()))
    await administer(statement, postgres.url);
  const DATABASE_URL = `postgres://carillon@127.0.0.1:${postgres.port}/carillon`;
  const PATH = [found.tools, path.dirname(process.execPath), process.env.PATH].join(path.delimiter);
  const env = { DATABASE_URL, MAINTENANCE_URL: postgres.url, PATH };
  const operate = async (commands: string) => {
    const more = (found.binaries.env ?? {}) as Record<string, string>;
    const done = await run('sh', ['-e', '-c', `cd '${folder}'\n${commands}`], { ...env, ...more });
    expect([done.code, done.err]).toEqual([0, '']);
    return done.out;
  };
  const [dump, restore] = blocks('Backup and restore', 'sh') as [string, string];
  const casey = candidate('casey');

  const before = await start(DATABASE_URL);
  await sendMany(before, 'casey', 3);
  await operate(dump);
  await sendMany(before, 'casey', 2, { message: 'Lost.' });
  const stream = await follow(before, casey);
  const { epoch, toSeq } = stream.events[0]!.inboxChanges;
  expect(toSeq).toBe(5);
  await stream.socket.close();
  expect(await before.stop()).toBe(0);

  expect(await operate(restore)).toContain('every client reads its inbox anew');

  const after = await start(DATABASE_URL);
  expect(await countsOf(after, casey)).toEqual({ seq: 3, unread: 3, unseen: 3 });
  expect((await listOf(after, casey)).map(({ title }) => title)).toEqual(['No. 3', 'No. 2', 'No. 1']);
  for (const afterSeq of [3, 5]) {
    const resumed = await follow(after, casey, { afterSeq, epoch });
    expect(resumed.events[0]!.inboxChanges).toMatchObject({ resync: true, toSeq: 3 });
  }
  await sendMany(after, 'casey', 2);
  expect(await countsOf(after, casey)).toEqual({ seq: 5, unread: 5, unseen: 5 });
  await closeSockets();
  expect(await after.stop()).toBe(0);
}, 120_000);
