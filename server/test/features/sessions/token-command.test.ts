import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import jwt from 'jsonwebtoken';
import { unpackDebianPackage } from '../../../local/programs/debian-packages.ts';
import { inRepository } from '../../../local/repository.ts';
import { firstThatRuns } from '../../../local/run-command.ts';
import { countsOf, dataOf, listOf, send } from '../../support/acts.ts';
import { run, runEntry } from '../../support/run-script.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, SECRET } from '../../support/token.ts';

let server: TestServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  env = { JWT_SECRET: SECRET, PORT: new URL(server.url).port, PATH: await pathWithCurl() };
});

afterAll(() => server.close());

async function pathWithCurl(): Promise<string> {
  const own = process.env.PATH!;
  if (await firstThatRuns(['curl'])) return own;
  return `${path.join(await unpackDebianPackage('curl'), 'usr/bin')}${path.delimiter}${own}`;
}

const token = (...args: string[]) => runEntry('token', args, env);
const claimsOf = (text: string) => jwt.verify(text.trim(), SECRET) as jwt.JwtPayload;

describe('the token command', () => {
  test('makes a token with which a service sends, for an hour', async () => {
    const { out, err, code } = await token('--service', 'billing');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const { exp, iat, ...claims } = claimsOf(out);
    expect(claims).toEqual({ sub: 'billing', scope: 'notifications:create' });
    expect(Math.abs(exp! - iat! - 3_600)).toBeLessThanOrEqual(1);
    const { data } = await server.ask(
      `mutation { createNotification(input: { recipientId: "casey", type: "t", title: "T", message: "M" }) { created } }`,
      {},
      out.trim(),
    );
    expect(data).toEqual({ createNotification: { created: true } });
  });

  test.each([
    ['a scope', ['--scope', 'notifications:create']],
    ['nothing', []],
  ])('gives a service that is told only %s a name, and a command that rings', async (_what, args) => {
    const { out } = await token(...args);
    expect(claimsOf(out)).toMatchObject({ sub: 'my-service', scope: 'notifications:create' });
    const { out: command } = await token(...args, '--curl');
    const { out: answer } = await run('sh', ['-c', command], env);
    expect(JSON.parse(answer)).toEqual({ data: { createNotification: { created: true } } });
  });

  test('makes one for a user, of any role', async () => {
    const { out } = await token(
      '--user',
      'ida',
      '--role',
      'INSTRUCTOR',
      '--name',
      'Ida B.',
      '--minutes',
      '5',
    );
    expect(await dataOf(server.ask('{ viewer { id name role } }', {}, out.trim()))).toEqual({
      viewer: { id: 'ida', name: 'Ida B.', role: 'INSTRUCTOR' },
    });
  });

  test('says what is configured to be said', async () => {
    const more = { JWT_ISSUER: 'https://login.example', JWT_AUDIENCE: 'carillon' };
    const { out } = await runEntry('token', ['--service', 'billing', '--scope', 'a b'], { ...env, ...more });
    expect(claimsOf(out)).toMatchObject({ iss: 'https://login.example', aud: 'carillon', scope: 'a b' });
  });

  test.each([
    ['both', ['--service', 'billing', '--user', 'ida']],
    ['a blank name', ['--service', ' ']],
    ['a name of 256 characters', ['--user', 'x'.repeat(256)]],
    ['a role that there is not', ['--user', 'ida', '--role', 'ROOT']],
    ['a role for nobody', ['--role', 'ADMIN']],
    ['a role for a service', ['--service', 'billing', '--role', 'ADMIN']],
    ['no time', ['--service', 'billing', '--minutes', '0']],
    ['some time', ['--service', 'billing', '--minutes', 'soon']],
    ['eternity', ['--service', 'billing', '--minutes', '1e12']],
    ['an unknown option', ['--service', 'billing', '--admin']],
    ['a word too many', ['billing']],
  ])('says how it is used when it is given %s', async (_what, args) => {
    const { code, out, err } = await token(...args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('--service NAME');
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('explains itself', async () => {
    const { code, out } = await token('--help');
    expect([code, out.includes('--service NAME')]).toEqual([0, true]);
  });

  test('needs the secret, and nothing else', async () => {
    expect(await runEntry('token', ['--service', 'billing'], {})).toEqual({
      code: 1,
      out: '',
      err: 'The configuration is not usable:\n  - JWT_SECRET is required\n',
    });
  });

  test('takes the secret that `npm start` has made', async () => {
    const DATA_DIR = await mkdtemp(path.join(tmpdir(), 'carillon-token-'));
    const local = inRepository('server/local/token.ts');
    const { out, err } = await run(process.execPath, [local, '--user', 'ida'], { DATA_DIR });
    expect(err).toBe('');
    const secret = await readFile(path.join(DATA_DIR, 'jwt-secret'), 'utf8');
    expect(jwt.verify(out.trim(), secret)).toMatchObject({ sub: 'ida' });
    await rm(DATA_DIR, { recursive: true });
  });
});

describe('a first notification', () => {
  test('rings the bell of a demo account, by the command that the README shows', async () => {
    const readme = await readFile(inRepository('README.md'), 'utf8');
    const [, command] = /```sh\n(npm run .*token.*)\n```/.exec(readme)!;
    const casey = candidate('candidate');
    const { unread } = await countsOf(server, casey);
    const { out } = await run('sh', ['-c', command!], env);
    expect(JSON.parse(out)).toEqual({ data: { createNotification: { created: true } } });
    expect(await countsOf(server, casey)).toMatchObject({ unread: unread + 1 });
    const [rung] = await listOf(server, casey);
    expect(rung).toMatchObject({ title: 'Invoice due', isRead: false });
  });

  test('says what the README shows', async () => {
    const readme = await readFile(inRepository('README.md'), 'utf8');
    const [, query] = /```graphql\n(mutation [^`]*)```/.exec(readme)!;
    const [, variables] = /```json\n([^`]*)```/.exec(readme)!;
    const { input } = JSON.parse(variables!) as { input: { recipientId: string } };
    await send(server, input.recipientId);
    const { out } = await token('--service', 'billing');
    const { data, errors } = await server.ask(query!, { input }, out.trim());
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ createNotification: { created: true } });
    const [account] = await server.sql('select from users where id = $1 and password_hash is not null', [
      input.recipientId,
    ]);
    expect(account).toBeDefined();
  });

  test('of a user shows their bell, by the command that is printed for one', async () => {
    const { out: command } = await token('--user', 'candidate', '--curl');
    const { out } = await run('sh', ['-c', command], env);
    expect(JSON.parse(out)).toMatchObject({ data: { viewer: { id: 'candidate', name: 'Casey Morgan' } } });
  });
});
