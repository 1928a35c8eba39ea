import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../../local/free-port.ts';
import { inRepository } from '../../../local/repository.ts';
import { migrate } from '../../../src/migrate.ts';
import { administer, createDatabase, urlOf, type TestDatabase } from '../../support/services/database.ts';
import { run, runEntry } from '../../support/run-script.ts';
import { settingsOf } from '../../support/server.ts';
import { startServerProcess } from '../../support/server-process.ts';

const ENTRIES = ['main', 'rotate-epoch', 'sql-sender', 'token'];

describe('an older Node', () => {
  const SENTENCE = /^Carillon needs Node 22\.21, 24\.9 or later; this is \d+\.\d+\.\d+\.\n$/;
  const isOld = (major: number, minor: number) =>
    major < 22 || major === 23 || (major === 22 && minor < 21) || (major === 24 && minor < 9);
  const runAs = (version: string, entry: string) => {
    const versions = `{ ...process.versions, node: '${version}' }`;
    const disguise = `Object.defineProperty(process, 'versions', { value: ${versions} })`;
    const flags = ['--import', `data:text/javascript,${encodeURIComponent(disguise)}`];
    return runEntry(entry, [], {}, flags);
  };

  test.each(ENTRIES)('is told so in one sentence by %s.js', async (entry) => {
    for (const version of ['20.20.2', '22.20.0', '23.11.1', '24.8.0']) {
      const { code, out, err } = await runAs(version, entry);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(SENTENCE);
    }
  });

  test.each(['22.21.0', '22.22.3', '24.9.0', '25.0.0', '26.1.0'])('is none of %s', async (version) => {
    const { err } = await runAs(version, 'token');
    expect(err).toContain('JWT_SECRET is required');
  });

  test.each(ENTRIES)('reads nothing of %s.js before that', (entry) => {
    const read = (file: string) => readFileSync(inRepository('server/dist', file), 'utf8');
    const imports = (source: string) =>
      [...source.matchAll(/^\s*(?:import|export)\b[^;(]*?["']([^"']+)["']/gm)].map(([, file]) => file);
    expect(imports(read(`${entry}.js`))).toEqual(['./needs-node.js']);
    expect(imports(read('needs-node.js'))).toEqual([]);
  });

  // The machine's own may be one.
  test('that is really there says the same', async () => {
    const own = process.env.PATH!.split(path.delimiter).filter((folder) => !folder.includes('node_modules'));
    for (const folder of own) {
      const node = path.join(folder, 'node');
      const version = await run(node, ['--version']).catch(() => undefined);
      const [major = 99, minor = 0] = (version?.out ?? '').slice(1).split('.').map(Number);
      if (!version?.out || !isOld(major, minor)) continue;
      for (const entry of ENTRIES) {
        const { code, err } = await run(node, [inRepository(`server/dist/${entry}.js`)]);
        expect([code, err]).toEqual([1, expect.stringMatching(SENTENCE)]);
      }
    }
  });
});

describe('a start in vain says why in a sentence', () => {
  const start = (url: string) => runEntry('main', [], settingsOf(url));
  const made: string[] = [];
  /** As whoever may do all, or a role that may nothing. */
  const emptyDatabase = async (alter: (name: string) => string[], role?: 'stranger') => {
    const name = `test_${randomBytes(8).toString('hex')}`;
    made.push(name);
    await administer(`create database ${name}`);
    if (role) await administer(`create role ${name} login`);
    for (const statement of alter(name)) await administer(statement);
    const url = new URL(urlOf(name));
    if (role) url.username = name;
    return url.href;
  };
  const elsewhere = (change: (url: URL) => void) => {
    const url = new URL(urlOf('postgres'));
    change(url);
    return url.href;
  };

  afterAll(async () => {
    for (const name of made) {
      await administer(`drop database ${name} with (force)`);
      await administer(`drop role if exists ${name}`);
    }
  });

  test.each<[string, () => Promise<string>, RegExp]>([
    [
      'nobody listens',
      async () => `postgres://carillon:hunter2@127.0.0.1:${await freePort()}/carillon`,
      /^PostgreSQL cannot be reached at the address of DATABASE_URL: .*ECONNREFUSED/,
    ],
    [
      'the host has no name',
      async () => 'postgres://carillon:hunter2@postgres.invalid/carillon',
      /^PostgreSQL cannot be reached at the address of DATABASE_URL: .*postgres\.invalid/,
    ],
    [
      'there is no such database',
      async () => elsewhere((url) => (url.pathname = '/not_there')),
      /^PostgreSQL has no such database as DATABASE_URL names: database "not_there" does not exist\.$/,
    ],
    [
      'there is no such role',
      async () => elsewhere((url) => ((url.username = 'nobody_here'), (url.password = 'hunter2'))),
      /^PostgreSQL does not let in the role of DATABASE_URL: role "nobody_here" does not exist\.$/,
    ],
    [
      'nobody is let into the database',
      () => emptyDatabase((name) => [`alter database ${name} allow_connections false`]),
      /^PostgreSQL lets nobody into the database that DATABASE_URL names: .*not currently accepting connections\.$/,
    ],
    [
      'the database can be read only',
      () => emptyDatabase((name) => [`alter database ${name} set default_transaction_read_only = on`]),
      /^PostgreSQL takes no changes at the address of DATABASE_URL, as a standby does not: .*read-only transaction\.$/,
    ],
    [
      'the role may not connect to the database',
      () => emptyDatabase((name) => [`revoke connect on database ${name} from public`], 'stranger'),
      /^The role of DATABASE_URL lacks a right: permission denied for database /,
    ],
    [
      'there are too many connections',
      () => emptyDatabase((name) => [`alter database ${name} connection limit 0`], 'stranger'),
      /^PostgreSQL takes no connection at the moment: too many connections for database /,
    ],
  ])('when %s', async (_when, url, sentence) => {
    const { code, err } = await start(await url());
    expect(code).toBe(1);
    expect(err.trim()).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toContain('hunter2');
  });
});

describe('a new epoch in vain says why in a sentence', () => {
  const rotate = async (url: string) => {
    const { code, err } = await runEntry('rotate-epoch', [], { DATABASE_URL: url });
    return [code, err];
  };

  test('when the database is empty, or the tables are another’s', async () => {
    const name = `test_${randomBytes(8).toString('hex')}`;
    await administer(`create database ${name}`);
    await administer(`create role ${name} login`);
    try {
      expect(await rotate(urlOf(name))).toEqual([
        1,
        'The database that DATABASE_URL names lacks the tables of Carillon: relation "epoch" does not exist.\n',
      ]);
      await migrate(urlOf(name));
      const stranger = new URL(urlOf(name));
      stranger.username = name;
      expect(await rotate(stranger.href)).toEqual([
        1,
        'The role of DATABASE_URL lacks a right: permission denied for table epoch.\n',
      ]);
    } finally {
      await administer(`drop database ${name} with (force)`);
      await administer(`drop role ${name}`);
    }
  });
});

describe('a database role without rights', () => {
  const role = `Role "${randomBytes(4).toString('hex')}"`;
  const quoted = `"${role.replaceAll('"', '""')}"`;
  let empty: string;
  let migrated: TestDatabase;
  const asRole = (url: string) => {
    const own = new URL(url);
    own.username = encodeURIComponent(role);
    return own.href;
  };
  const on = (url: string, statement: string) => administer(statement, url);

  beforeAll(async () => {
    empty = `test_${randomBytes(8).toString('hex')}`;
    await administer(`create role ${quoted} login`);
    await administer(`create database ${empty}`);
    migrated = await createDatabase();
  });

  afterAll(async () => {
    await administer(`drop database ${empty} with (force)`);
    await migrated.drop();
    await administer(`drop role ${quoted}`);
  });

  test('is told which it needs, and with these it can do all', async () => {
    const url = asRole(urlOf(empty));
    for (const hidden of [false, true]) {
      if (hidden) await on(urlOf(empty), `revoke usage on schema public from public`);
      const { code, err } = await runEntry('main', [], settingsOf(url));
      expect(code).toBe(1);
      expect(err).toBe(
        [
          `The database role ${quoted} lacks rights. Let the owner of the database give them:`,
          `  grant create on database ${empty} to ${quoted};`,
          `  grant usage, create on schema public to ${quoted};`,
          '',
        ].join('\n'),
      );
      if (!hidden) continue;
      for (const [, grant] of err.matchAll(/^ {2}(grant .*);$/gm)) await on(urlOf(empty), grant!);
    }
    const server = await startServerProcess(url);
    const { errors } = await server.ask('{ __typename }').finally(() => server.stop());
    expect(errors).toBeUndefined();
  });

  test('is told whose the tables are, when they are another’s', async () => {
    await on(migrated.url, `grant create on schema public to ${quoted}`);
    const { code, err } = await runEntry('main', [], settingsOf(asRole(migrated.url)));
    expect([code, err]).toEqual([
      1,
      `The tables belong to the database role postgres, not to ${quoted}: connect as postgres.\n`,
    ]);
  });

  test('is told by the migration alone as well', async () => {
    await expect(migrate(asRole(migrated.url))).rejects.toThrow(
      'The tables belong to the database role postgres',
    );
  });
});
