import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isRoot, NOBODY } from '../../../local/programs/privileges.ts';
import { migrate } from '../../../src/migrate.ts';
import { Database } from '../../../src/platform/postgres/database.ts';
import { certificateForLocalhost } from '../../support/services/certificate.ts';
import { OwnPostgres } from '../../support/services/own-postgres.ts';
import { urlOf } from '../../support/services/database.ts';
import { runEntry } from '../../support/run-script.ts';
import { settingsOf } from '../../support/server.ts';
import { startServerProcess } from '../../support/server-process.ts';

let folder: string;
let postgres: OwnPostgres;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'carillon-tls-'));
  const { certificate, key } = certificateForLocalhost();
  await writeFile(path.join(folder, 'server.crt'), certificate, { mode: 0o644 });
  await writeFile(path.join(folder, 'server.key'), key, { mode: 0o600 });
  if (isRoot) for (const name of ['', 'server.key']) await chown(path.join(folder, name), NOBODY, NOBODY);
  postgres = await OwnPostgres.open({
    settings: {
      ssl: 'on',
      ssl_cert_file: path.join(folder, 'server.crt'),
      ssl_key_file: path.join(folder, 'server.key'),
    },
  });
});

afterAll(async () => {
  await postgres.discard();
  await rm(folder, { recursive: true, force: true });
});

const withOptions = (url: string, options: Record<string, string>) =>
  `${url}?${new URLSearchParams(options).toString()}`;

test('all connections speak TLS where the address says so', async () => {
  const trusted = path.join(folder, 'server.crt');
  const url = withOptions(postgres.url, { sslmode: 'verify-full', sslrootcert: trusted });
  const server = await startServerProcess(url);
  try {
    const { errors } = await server.ask('{ __typename }');
    expect(errors).toBeUndefined();
    const rows = await postgres.sql<{ who: string; ssl: boolean }>(
      `select application_name as who, ssl from pg_stat_activity join pg_stat_ssl using (pid)
       where application_name like 'carillon%'`,
    );
    expect(new Set(rows.map(({ who }) => who))).toEqual(new Set(['carillon', 'carillon jobs']));
    expect(rows.filter(({ ssl }) => !ssl)).toEqual([]);
  } finally {
    await server.stop();
  }
});

test.each<[string, () => string, RegExp]>([
  [
    'a certificate that nobody vouches for',
    () => withOptions(postgres.url, { sslmode: 'require' }),
    /self-signed certificate/,
  ],
  [
    'a PostgreSQL that speaks none',
    () => withOptions(urlOf('postgres'), { sslmode: 'require' }),
    /does not support SSL/,
  ],
])('%s is not connected to, and the start says so in a sentence', async (_what, url, words) => {
  await expect(migrate(url())).rejects.toThrow(words);
  const database = await Database.connect({ url: url(), poolSize: 1 });
  await expect(database.query('select 1')).rejects.toThrow(words);
  await database.close();
  const { code, err } = await runEntry('main', [], settingsOf(url()));
  expect(code).toBe(1);
  expect(err).toMatch(/^PostgreSQL cannot be reached at the address of DATABASE_URL: .*\.$/m);
  expect(err).toMatch(words);
});
