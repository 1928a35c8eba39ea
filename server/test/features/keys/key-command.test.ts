import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRepository } from '../../../local/repository.ts';
import { manageKeys } from '../../../src/commands/manage-keys.ts';
import { auditOf, keysOf } from '../../support/keys.ts';
import { run, runEntry } from '../../support/run-script.ts';
import { sendingTo } from '../../support/sending.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const key = (...args: string[]) => runEntry('key', args, { DATABASE_URL: server.databaseUrl });
const codeOf = async (secret: string) =>
  (await sendingTo(() => server).create({ recipientId: 'casey' }, secret)).code;

describe('the key command', () => {
  test('makes a key, lists and revokes it, beside a running server', async () => {
    const made = await key(
      'create',
      'billing',
      '--name',
      'mailer',
      '--days',
      '90',
      '--requests-per-minute',
      '600',
    );
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).toMatch(/^carillon_sk_[0-9A-Za-z]{38}\n$/);
    const secret = made.out.trim();
    await until(async () => (await codeOf(secret)) === undefined);
    const [known] = await keysOf(server, 'billing');
    expect(known).toMatchObject({ name: 'mailer', scopes: ['notifications:create'], requestsPerMinute: 600 });
    expect(Date.parse(known!.expiresAt!)).toBeGreaterThan(Date.now() + 89 * 86_400_000);

    const listed = await key('list', 'billing');
    expect([listed.code, listed.err]).toEqual([0, '']);
    expect(listed.out).toContain(
      `${known!.id}  billing  mailer  notifications:create  ${secret.slice(0, 16)}…`,
    );
    expect(listed.out).not.toContain(secret);
    expect((await key('list', 'nobody')).out).toBe('');

    const revoked = await key('revoke', known!.id);
    expect([revoked.code, revoked.out.includes('revoked 20')]).toEqual([0, true]);
    await until(async () => (await codeOf(secret)) === 'UNAUTHENTICATED');
    expect(await auditOf(server, { actor: 'operator' })).toMatchObject([
      { act: 'revokeServiceKey', actorKind: 'OPERATOR', keyId: null, address: null, objectId: known!.id },
      { act: 'createServiceKey', actorKind: 'OPERATOR', keyId: null, address: null, objectId: known!.id },
    ]);
  });

  test.each([
    ['nothing', []],
    ['no command', ['show']],
    ['no service', ['create', '--name', 'x']],
    ['no name', ['create', 'billing']],
    ['no days', ['create', 'billing', '--name', 'x', '--days', '0']],
    ['some days', ['create', 'billing', '--name', 'x', '--days', 'soon']],
    ['a limit of none', ['create', 'billing', '--name', 'x', '--requests-per-minute', '0']],
    ['an unknown option', ['create', 'billing', '--name', 'x', '--admin']],
    ['options of another command', ['list', '--name', 'x']],
    ['a word too many', ['list', 'billing', 'x']],
    ['no id', ['revoke']],
  ])('says how it is used when it is given %s, before it looks for a database', async (_what, args) => {
    const print = () => {
      throw new Error('Nothing is printed');
    };
    await expect(manageKeys(args, print)).rejects.toThrow('create SERVICE --name NAME');
  });

  test.each([
    ['a scope that there is not', ['create', 'billing', '--name', 'x', '--scope', 'root']],
    ['an id that there is not', ['revoke', 'x']],
  ])('and also when what it is given is refused: %s', async (_what, args) => {
    const { code, out, err } = await key(...args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('create SERVICE --name NAME');
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('looks for what `npm start` runs', async () => {
    const DATA_DIR = await mkdtemp(path.join(tmpdir(), 'carillon-key-'));
    const { code, err } = await run(process.execPath, [inRepository('server/local/key.ts'), 'list'], {
      DATA_DIR,
    });
    expect([code, err]).toEqual([
      1,
      'Carillon is not running here: start it (npm start), or set DATABASE_URL.\n',
    ]);
    await rm(DATA_DIR, { recursive: true });
  });

  test('explains itself, and needs a database', async () => {
    const { code, out } = await key('--help');
    expect([code, out.includes('revoke ID')]).toEqual([0, true]);
    expect(await runEntry('key', ['list'], {})).toEqual({
      code: 1,
      out: '',
      err: 'The configuration is not usable:\n  - DATABASE_URL is required\n',
    });
  });
});
