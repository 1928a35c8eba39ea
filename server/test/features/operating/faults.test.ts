import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { countsOf, follow, markRead, send } from '../../support/acts.ts';
import { createDatabase, type TestDatabase } from '../../support/services/database.ts';
import { OwnPostgres } from '../../support/services/own-postgres.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { signIn, trySignIn } from '../../support/sign-in.ts';
import { closeSockets, subscribe } from '../../support/socket.ts';
import { candidate, service } from '../../support/token.ts';
import { until } from '../../support/until.ts';

describe('an error of ours', () => {
  let database: TestDatabase;
  let server: ServerProcess;
  const token = candidate('casey', { name: 'Casey Secretname', email: 'private@example.com' });

  beforeAll(async () => {
    database = await createDatabase();
    server = await startServerProcess(database.url, { DEMO: 'true', LOG_LEVEL: 'trace' });
  });

  afterAll(async () => {
    await closeSockets();
    expect(await server.stop()).toBe(0);
    await database.drop();
  });

  async function sql(statement: string): Promise<void> {
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }

  const logged = (requestId: unknown) =>
    until(() =>
      server.log.find((line) => line.includes('request failed') && line.includes(String(requestId))),
    );

  test('is masked on both transports, with a request id that the log has', async () => {
    await send(server, 'casey');
    const query = '{ notifications { edges { node { id } } } }';
    await sql('alter table notifications rename to hidden_table');
    try {
      const { errors, status } = await server.ask(query, {}, token);
      const stream = await subscribe(server.url, token, query);
      await until(() => stream.errors.length > 0);
      expect(status).toBe(294);
      for (const [error] of [errors!, stream.errors]) {
        expect(error).toMatchObject({
          message: 'Something went wrong on our side',
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        });
        expect(Object.keys(error!.extensions).sort()).toEqual(['code', 'requestId']);
        expect(await logged(error!.extensions.requestId)).toContain('notifications');
      }
    } finally {
      await sql('alter table hidden_table rename to notifications');
    }
    expect((await server.ask(query, {}, token)).errors).toBeUndefined();
  });

  test('leaves no token, no password and nobody’s words in the log', async () => {
    const words = 'Personal words of somebody';
    await send(server, 'casey', { title: words });
    const session = await signIn(server.url, 'candidate');
    await trySignIn(server.url, 'private@example.com', 'Guessed-password');
    await sql(`alter table all_notifications add constraint refused check (title <> '${words} again')`);
    const input = { recipientId: 'casey', type: 't', title: `${words} again`, message: 'm' };
    const { code, errors } = await server.ask(
      `mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { created } }`,
      { input },
      service(),
    );
    expect(code).toBe('INTERNAL_SERVER_ERROR');
    expect(await logged(errors![0]!.extensions.requestId)).toContain('refused');

    const log = server.log.join('\n');
    const refreshToken = session.cookie.split('=')[1]!;
    for (const secret of [
      words,
      token,
      session.token,
      refreshToken,
      'Guessed-password',
      'Secretname',
      'private@',
    ])
      expect(log).not.toContain(secret);
  });
});

// In a process of its own, as above: in Jest's sandbox an error of Node's network code is no `instanceof Error`.
describe('while PostgreSQL is away', () => {
  let postgres: OwnPostgres;
  let server: ServerProcess;
  const token = candidate('casey');

  beforeAll(async () => {
    postgres = await OwnPostgres.open();
    server = await startServerProcess(postgres.url);
  }, 60_000);

  afterAll(async () => {
    await closeSockets();
    await server.stop();
    await postgres.discard();
  });

  test('everything answers that it is away, and works again without a restart; a reader misses nothing', async () => {
    const id = await send(server, 'casey');
    const reader = await follow(server, token, { afterSeq: 0 });
    await postgres.stop();

    const answers = [
      await server.ask('{ inbox { id } }', {}, token),
      await server.ask('{ viewer { id } }', {}, token),
      await markRead(server, token, id),
      await server.ask('{ inbox { id } }', {}, candidate('who was never seen')),
    ];
    expect(answers.map(({ code }) => code)).toEqual(Array(4).fill('SERVICE_UNAVAILABLE'));
    expect(answers[0]!.errors![0]!.extensions.retryAfterMs).toBeGreaterThan(0);
    const refused = await follow(server, candidate('another'));
    expect(refused.errors[0]!.extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);

    await postgres.start();
    await until(async () => (await fetch(`${server.url}/readyz`)).ok);
    expect((await markRead(server, token, id)).errors).toBeUndefined();
    await send(server, 'casey', { title: 'After' });
    await until(() => reader.events.at(-1)!.inboxChanges.toSeq === 3);
    expect(reader.socket.isOpen).toBe(true);
    expect(reader.events.at(-1)!.inboxChanges.counts).toMatchObject(await countsOf(server, token));
  }, 60_000);
});
