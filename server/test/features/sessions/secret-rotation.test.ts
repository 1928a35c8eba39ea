import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { dataOf, sendMany } from '../../support/acts.ts';
import { post } from '../../support/client.ts';
import { createDatabase, type TestDatabase } from '../../support/services/database.ts';
import { bringForward, newReader, untilEmail } from '../../support/email/emails.ts';
import { startServer, type Settings, type TestServer } from '../../support/server.ts';
import { refresh, signIn, trySignIn } from '../../support/sign-in.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { Socket } from '../../support/socket.ts';
import { mint, SECRET } from '../../support/token.ts';

const NEW = randomBytes(48).toString('base64');
let database: TestDatabase;
let smtp: SmtpStage;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  database = await createDatabase();
});

afterAll(async () => {
  await smtp.down();
  await database.drop();
});

const start = (secrets: Settings) =>
  startServer({ DEMO: 'true', TRUST_PROXY: 'true', ...smtp.settings, ...secrets }, database.url);

const PAGE = `query ($after: String) { notifications(first: 1, after: $after) { edges { cursor node { title } } } }`;

interface Page {
  notifications: { edges: { cursor: string; node: { title: string } }[] };
}

/** All that is made with a secret and comes back later. */
interface Made {
  token: string;
  cursor: string;
  unsubscribe: string;
  device: string;
  refreshCookie: string;
}

async function makeAll(server: TestServer): Promise<Made> {
  const reader = await newReader(server);
  const [id] = await sendMany(server, reader.id, 3, { category: 'billing' });
  const { notifications } = await dataOf(server.ask<Page>(PAGE, {}, reader.token));
  await bringForward(server, reader.id);
  await untilEmail(server, reader, id!, { status: 'SENT' });
  const list = smtp.to(reader.address)[0]!.headers.get('list') as unknown as { unsubscribe: { url: string } };
  const { token, device, cookie } = await signIn(server.url, 'candidate');
  return {
    token,
    device,
    refreshCookie: cookie,
    cursor: `${reader.token} ${notifications.edges[0]!.cursor}`,
    unsubscribe: new URL(list.unsubscribe.url).pathname,
  };
}

/** What of it is still good. */
async function whatHolds(server: TestServer, made: Made): Promise<Record<keyof Made, boolean>> {
  const [reader, after] = made.cursor.split(' ') as [string, string];
  const ask = (token: string, query: string, variables = {}) => server.ask(query, variables, token);
  const socket = await Socket.connect(server.url);
  socket.init(made.token);
  const byToken = await ask(made.token, '{ viewer { id } }');
  const opened = await Promise.race([
    socket.closed.then(() => false),
    socket.isAcknowledged.then(() => true),
  ]);
  expect(opened).toBe(byToken.errors === undefined);
  const page = await ask(resigned(reader, server), PAGE, { after });
  const from = { cookie: made.device, 'x-forwarded-for': `198.51.100.${++places}` };
  for (let count = 0; count < 11; count++)
    await trySignIn(server.url, 'candidate@example.com', 'guess', { ...from, cookie: '' });
  const owner = await trySignIn(server.url, 'candidate@example.com', 'carillon', from);
  return {
    token: opened,
    cursor: page.errors === undefined,
    unsubscribe: (await fetch(`${server.url}${made.unsubscribe}`)).status === 200,
    device: owner.errors === undefined,
    refreshCookie: (await refresh(server.url, made.refreshCookie)).errors === undefined,
  };
}

let places = 0;
const signing = new Map<TestServer, string>();
/** The same reader, by a token of today. */
const resigned = (token: string, server: TestServer) =>
  mint({ sub: (jwt.decode(token) as { sub: string }).sub }, { secret: signing.get(server)! });

async function on<T>(secrets: Settings, work: (server: TestServer) => Promise<T>): Promise<T> {
  const server = await start(secrets);
  signing.set(server, secrets.JWT_SECRET!);
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

const ALL = { token: true, cursor: true, unsubscribe: true, device: true, refreshCookie: true };

describe('changing JWT_SECRET', () => {
  let former: Made;
  let fresh: Made;

  test('begins with replicas that know the new one and make nothing with it', async () => {
    former = await on({ JWT_SECRET: SECRET }, makeAll);
    await on({ JWT_SECRET: SECRET, JWT_SECRET_PREVIOUS: NEW }, async (server) => {
      expect(await whatHolds(server, former)).toEqual(ALL);
      const { token } = await signIn(server.url, 'instructor');
      expect(() => jwt.verify(token, SECRET)).not.toThrow();
      const { data } = await post(server.url, '{ viewer { id } }', {}, mint({ sub: 'ann' }, { secret: NEW }));
      expect(data).toEqual({ viewer: { id: 'ann' } });
    });
  });

  test('goes on with the new one, while all that was made before holds', async () => {
    await on({ JWT_SECRET: NEW, JWT_SECRET_PREVIOUS: SECRET }, async (server) => {
      expect(await whatHolds(server, former)).toEqual(ALL);
      const { token } = await signIn(server.url, 'instructor');
      expect(() => jwt.verify(token, NEW)).not.toThrow();
    });
    fresh = await on({ JWT_SECRET: NEW, JWT_SECRET_PREVIOUS: SECRET }, async (server) => {
      const { token, device, cookie: refreshCookie } = await signIn(server.url, 'candidate');
      return { ...former, token, device, refreshCookie };
    });
  });

  test('ends with the former one worth nothing, but for sessions, which live in the database', async () => {
    await on({ JWT_SECRET: NEW }, async (server) => {
      const gone = { token: false, cursor: false, unsubscribe: false, device: false, refreshCookie: true };
      expect(await whatHolds(server, former)).toEqual(gone);
      expect(await whatHolds(server, fresh)).toEqual({ ...gone, token: true, device: true });
      const { errors } = await server.ask('{ viewer { id } }', {}, former.token);
      expect(errors![0]!.message).toBe("The token's signature does not match");
    });
  });
});
