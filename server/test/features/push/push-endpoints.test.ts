import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Subscribed } from '../../../local/mail/subscribed.ts';
import { dataOf, send } from '../../support/acts.ts';
import { bringForward, newReader } from '../../support/email/emails.ts';
import { endpointsOf, PushStage, register, untilPush } from '../../support/push/push-service.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { signIn } from '../../support/sign-in.ts';

let stage: PushStage;
let server: TestServer;

beforeAll(async () => {
  stage = await PushStage.open();
  server = await startServer({ ...stage.settings, DEMO: 'true' });
});

afterAll(async () => {
  await server.close();
  await stage.down();
});

test('a device is registered once, whoever had it before', async () => {
  const [one, other] = [await newReader(server), await newReader(server)];
  const browser = stage.browser();
  for (const _twice of [1, 2]) await dataOf(register(server, one, browser));
  expect(await endpointsOf(server, one)).toHaveLength(1);
  await dataOf(register(server, other, browser));
  expect(await endpointsOf(server, one)).toEqual([]);
  expect(await endpointsOf(server, other)).toHaveLength(1);
});

test('nobody removes the device of somebody else', async () => {
  const [one, other] = [await newReader(server), await newReader(server)];
  await dataOf(register(server, one, stage.browser()));
  const id = (await endpointsOf(server, one))[0]!.id;
  const remove = (token: string, which: string) =>
    dataOf(
      server.ask(
        `mutation ($id: ID!) { removePushEndpoint(id: $id) { preferences { id } } }`,
        { id: which },
        token,
      ),
    );
  for (const which of [id, 'x', '00000000-0000-7000-8000-000000000000']) await remove(other.token, which);
  expect(await endpointsOf(server, one)).toHaveLength(1);
  for (const _twice of [1, 2]) await remove(one.token, id);
  expect(await endpointsOf(server, one)).toEqual([]);
});

test('ten devices are the most', async () => {
  const reader = await newReader(server);
  for (let count = 0; count < 10; count++) await dataOf(register(server, reader, stage.browser()));
  expect(await register(server, reader, stage.browser())).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await endpointsOf(server, reader)).toHaveLength(10);
});

describe('an endpoint is refused that is', () => {
  const good = () => stage.browser().input;
  test.each([
    ['no address', { endpoint: 'push me' }],
    ['of another host', { endpoint: 'http://push.example.com/x' }],
    ['of a host that only begins so', { endpoint: `http://127.0.0.1:1/x` }],
    ['with a password', (host: string) => ({ endpoint: `http://me:secret@${host}/x` })],
    ['of another scheme', (host: string) => ({ endpoint: `ftp://${host}/x` })],
    ['very long', (host: string) => ({ endpoint: `http://${host}/${'x'.repeat(2_000)}` })],
    ['without a key', { p256dh: '' }],
    ['with a key that is none', { p256dh: Buffer.alloc(65, 1).toString('base64url') }],
    ['without a secret', { auth: '' }],
    ['with a secret that is too long', { auth: Buffer.alloc(17).toString('base64url') }],
  ])('%s', async (_what, change) => {
    const reader = await newReader(server);
    const changed = typeof change === 'function' ? change(stage.host) : change;
    const browser = { input: { ...good(), ...changed } } as Subscribed;
    expect(await register(server, reader, browser)).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await endpointsOf(server, reader)).toEqual([]);
  });
});

test.each([
  'https://127.0.0.1/x',
  'https://[::1]/x',
  'https://169.254.169.254/latest',
  'http://fcm.googleapis.com/x',
  'https://fcm.googleapis.com.evil.example/x',
  'https://evil.example/?fcm.googleapis.com',
  'https://push.apple.com/x',
])('as it is set up usually, %s is no place for pushes', async (endpoint) => {
  const usual = await startServer({ PUSH_CONTACT: 'https://example.com/contact' });
  const reader = await newReader(usual);
  expect(await register(usual, reader, new Subscribed(endpoint))).toMatchObject({ code: 'BAD_USER_INPUT' });
  await usual.close();
});

test('who signs out gets no pushes there any more', async () => {
  const { token: here } = await signIn(server.url, 'candidate');
  const { token: there } = await signIn(server.url, 'candidate');
  const [mine, others] = [stage.browser(), stage.browser()];
  await dataOf(register(server, { token: here }, mine));
  await dataOf(register(server, { token: there }, others));
  expect((await endpointsOf(server, { token: here })).map(({ isThisSession }) => isThisSession)).toEqual([
    false,
    true,
  ]);
  await dataOf(server.ask('mutation { signOut }', {}, here));
  expect(await endpointsOf(server, { token: there })).toHaveLength(1);
  const id = await send(server, 'candidate');
  await bringForward(server, 'candidate');
  await untilPush(server, { token: there }, id, { status: 'SENT' });
  expect(stage.to(mine)).toEqual([]);
  expect(stage.to(others)).toHaveLength(1);
});

test('where it is not set up there is no key, and no device can be registered', async () => {
  const without = await startServer();
  const reader = await newReader(without);
  expect((await dataOf(without.ask('{ pushPublicKey }', {}, reader.token))).pushPublicKey).toBeNull();
  expect(await register(without, reader, stage.browser())).toMatchObject({ code: 'BAD_USER_INPUT' });
  await without.close();
});

test('all replicas and starts have one key', async () => {
  const again = await startServer(stage.settings, server.databaseUrl);
  const reader = await newReader(again);
  const keyOf = async (of: TestServer) =>
    (await dataOf(of.ask<{ pushPublicKey: string }>('{ pushPublicKey }', {}, reader.token))).pushPublicKey;
  expect(await keyOf(again)).toBe(await keyOf(server));
  await again.close();
});
