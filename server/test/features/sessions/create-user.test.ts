import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { inRepository } from '../../../local/repository.ts';
import { createDatabase, queryOn } from '../../support/services/database.ts';
import type { Run } from '../../support/run-script.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { refresh, trySignIn } from '../../support/sign-in.ts';
import { until } from '../../support/until.ts';

const PASSWORD = 'three odd bells at noon';
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

/** The commands as a program runs them, with the password on its standard input. */
const createUser = (args: string[], input: string, databaseUrl?: string) =>
  run('create-user', args, input, databaseUrl);

const changePassword = (args: string[], input: string) => run('change-password', args, input);

async function run(
  command: string,
  args: string[],
  input: string,
  databaseUrl = server.databaseUrl,
): Promise<Run> {
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, [inRepository(`server/dist/${command}.js`), ...args], { env });
  const result: Run = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (result.out += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (result.err += String(chunk)));
  child.stdin.on('error', () => undefined); // it may have ended before it read
  child.stdin.end(input);
  result.code = await new Promise((resolve) => child.once('close', resolve));
  return result;
}

const ada = (email: string, ...more: string[]) => ['--email', email, '--name', 'Ada', ...more];

describe('the command that makes a user', () => {
  test('lets the first admin of a deployment without a demo sign in', async () => {
    const { code, out, err } = await createUser(ada('Ada@example.com', '--role', 'ADMIN'), `${PASSWORD}\n`);
    expect([code, err]).toEqual([0, '']);
    const { data } = await trySignIn(server.url, 'ada@example.com', PASSWORD);
    expect(data.signIn!.viewer).toEqual({ id: out.trim(), name: 'Ada', role: 'ADMIN' });
    const rows = await server.sql('select row_to_json(u)::text as text from users u');
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
  });

  test('never touches who is there already, neither by the address nor by the id', async () => {
    await createUser(ada('bo@example.com', '--id', 'bo'), PASSWORD);
    const twice = await createUser(ada('BO@example.com', '--role', 'ADMIN'), `another ${PASSWORD}`);
    expect(twice).toMatchObject({
      code: 1,
      out: '',
      err: 'Somebody signs in with this e-mail address already.\n',
    });
    const sameId = await createUser(ada('bo2@example.com', '--id', 'bo'), PASSWORD);
    expect(sameId).toMatchObject({ code: 1, err: 'There is a user with this id already.\n' });
    expect((await trySignIn(server.url, 'bo@example.com', PASSWORD)).data.signIn!.viewer.role).toBe(
      'CANDIDATE',
    );
  });

  test('takes no password that is weak, or too long for anybody to type', async () => {
    for (const password of ['carillon', 'x y z '.repeat(10_000)]) {
      const { code, out, err } = await createUser(ada('weak@example.com'), password);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/^The password .*\.\n$/);
    }
    expect((await server.sql(`select from users where email = 'weak@example.com'`)).length).toBe(0);
  });

  test('takes no password as an argument, where others see it', async () => {
    const { code, out, err } = await createUser(ada('a@example.com', '--password', PASSWORD), '');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('--email ADDRESS');
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('says so where there are no tables, or no database', async () => {
    const empty = await createDatabase();
    try {
      await queryOn(empty.url)('drop schema public cascade');
      const { code, err } = await createUser(ada('a@example.com'), PASSWORD, empty.url);
      expect([code, err]).toEqual([1, 'There are no tables yet: start Carillon once, it makes them.\n']);
    } finally {
      await empty.drop();
    }
    const { code, err } = await createUser(ada('a@example.com'), PASSWORD, 'postgres://127.0.0.1:1/x');
    expect(code).toBe(1);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('the command that changes a password', () => {
  test('lets the new one in, the old one no more, and ends what the old one had begun', async () => {
    await createUser(['--email', 'cleo@example.com', '--name', 'Cleo'], PASSWORD);
    await createUser(['--email', 'dan@example.com', '--name', 'Dan'], PASSWORD);
    const [cleo, dan] = [
      await trySignIn(server.url, 'cleo@example.com', PASSWORD),
      await trySignIn(server.url, 'dan@example.com', PASSWORD),
    ];
    const changed = await changePassword(['--email', 'CLEO@example.com'], `another ${PASSWORD}\n`);
    expect(changed).toEqual({ code: 0, out: 'The password is changed. Sessions ended: 1.\n', err: '' });

    const cookieOf = ({ headers }: typeof cleo) => headers.getSetCookie()[0]!.split(';')[0]!;
    expect((await refresh(server.url, cookieOf(cleo))).data.refreshSession).toBeNull();
    expect((await refresh(server.url, cookieOf(dan))).data.refreshSession).not.toBeNull();
    // Tokens and sockets of hers end too, as soon as the server has looked.
    await until(async () => {
      const answer = await server.ask('{ inbox { id } }', {}, cleo.data.signIn!.accessToken);
      return answer.code === 'UNAUTHENTICATED';
    });
    expect((await trySignIn(server.url, 'cleo@example.com', PASSWORD)).data.signIn).toBeNull();
    expect(
      (await trySignIn(server.url, 'cleo@example.com', `another ${PASSWORD}`)).data.signIn,
    ).not.toBeNull();
  });

  test('changes nothing for whom it does not know, for a weak one, and for one among the arguments', async () => {
    await createUser(['--email', 'eve@example.com', '--name', 'Eve'], PASSWORD);
    const of = ['--email', 'eve@example.com'];
    const refused = [
      await changePassword(['--email', 'nobody@example.com'], `another ${PASSWORD}`),
      await changePassword(['--email', "' or true --"], `another ${PASSWORD}`),
      await changePassword(of, 'carillon'),
      await changePassword(of, ''),
      await changePassword([...of, '--password', PASSWORD], `another ${PASSWORD}`),
      await changePassword([], `another ${PASSWORD}`),
    ];
    for (const { code, out, err } of refused) {
      expect([code, out]).toEqual([1, '']);
      expect(err).not.toMatch(/^\s+at /m);
    }
    expect(refused[0]!.err).toBe('Nobody signs in with this e-mail address and a password.\n');
    expect((await trySignIn(server.url, 'eve@example.com', PASSWORD)).data.signIn).not.toBeNull();
  });
});
