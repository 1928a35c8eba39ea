import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { follow, send } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { Socket } from '../../support/socket.ts';
import { candidate, endingIn, mint, SECRET } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

/** How both transports answer to a token: the error's code, the socket's close code; undefined when it is welcome. */
async function answersTo(token: string, at = server): Promise<[string | undefined, number | undefined]> {
  const { code } = await at.ask('{ viewer { id } }', {}, token);
  const socket = await Socket.connect(at.url);
  socket.init(token);
  const closed = await Promise.race([socket.closed.then((close) => close.code), socket.isAcknowledged]);
  return [code, closed];
}

const WELCOME = [undefined, undefined];
const REFUSED = ['UNAUTHENTICATED', 4403];
const now = Math.floor(Date.now() / 1_000);
const unsigned = (header: object, claims: object) =>
  [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

describe('a token', () => {
  test.each<[string, string]>([
    ['that is none', 'x'],
    ['that is empty', ''],
    ['whose signature is cut', candidate('casey').slice(0, -2)],
    ['without a signature', `${unsigned({ alg: 'none', typ: 'JWT' }, { sub: 'casey' })}.`],
    ['that names another algorithm', jwt.sign({ sub: 'casey' }, SECRET, { algorithm: 'HS512' })],
    ['of another key', mint({ sub: 'casey' }, { secret: 'y'.repeat(64) })],
    [
      'whose claims were changed',
      candidate('casey').replace(/\.[^.]+\./, `.${Buffer.from('{"sub":"iris"}').toString('base64url')}.`),
    ],
    ['that has ended', jwt.sign({ sub: 'casey', exp: now - 31 }, SECRET)],
    ['that has not begun', jwt.sign({ sub: 'casey', nbf: now + 600 }, SECRET)],
    ['without a subject', mint({ role: 'CANDIDATE' })],
    ['with a blank subject', mint({ sub: ' ' })],
    ['with a subject of 256 characters', mint({ sub: 'x'.repeat(256) })],
    ['with a control in its subject', mint({ sub: 'a\nb' })],
    ['with a NUL in its subject', mint({ sub: 'a\0b' })],
  ])('%s is refused on both transports', async (_what, token) => {
    expect(await answersTo(token)).toEqual(REFUSED);
  });

  test('of any subject up to 255 characters is welcome', async () => {
    for (const sub of ['x'.repeat(255), `o'neill"; --`, 'משתמש 🎓', '__proto__'])
      expect(await answersTo(mint({ sub }))).toEqual(WELCOME);
  });

  test('without a known role is a candidate’s, and names what it can', async () => {
    const viewerOf = async (claims: object) =>
      (await server.ask('{ viewer { id name role } }', {}, mint(claims))).data.viewer;
    expect(await viewerOf({ sub: 'plain' })).toEqual({ id: 'plain', name: 'plain', role: 'CANDIDATE' });
    expect(await viewerOf({ sub: 'odd', name: 7, role: 'ROOT' })).toEqual({
      id: 'odd',
      name: 'odd',
      role: 'CANDIDATE',
    });
    expect(await viewerOf({ sub: 'grows', role: 'INSTRUCTOR', name: 'A' })).toMatchObject({
      role: 'INSTRUCTOR',
    });
    expect(await viewerOf({ sub: 'grows', role: 'ADMIN', name: 'B' })).toEqual({
      id: 'grows',
      name: 'B',
      role: 'ADMIN',
    });
  });

  test('is looked for nowhere but in the header and the connection’s parameters', async () => {
    const token = candidate('casey');
    const inUrl = await fetch(`${server.url}/graphql?authorization=Bearer%20${token}&token=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `authorization=Bearer ${token}` },
      body: JSON.stringify({ query: '{ viewer { id } }' }),
    });
    expect(await inUrl.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test('is checked for its issuer and audience where these are configured', async () => {
    const strict = await startServer({ JWT_ISSUER: 'https://login.example', JWT_AUDIENCE: 'carillon' });
    try {
      const claims = { sub: 'casey', iss: 'https://login.example', aud: 'carillon' };
      expect(await answersTo(mint(claims), strict)).toEqual(WELCOME);
      expect(await answersTo(mint({ ...claims, aud: ['other', 'carillon'] }), strict)).toEqual(WELCOME);
      expect(await answersTo(mint({ ...claims, iss: 'https://evil.example' }), strict)).toEqual(REFUSED);
      expect(await answersTo(mint({ ...claims, aud: 'other' }), strict)).toEqual(REFUSED);
      expect(await answersTo(mint({ sub: 'casey' }), strict)).toEqual(REFUSED);
    } finally {
      await strict.close();
    }
  });
});

describe('clocks', () => {
  const at = (claims: object) => jwt.sign({ sub: 'casey', ...claims }, SECRET);

  test.each<[string, (now: number) => object, unknown[]]>([
    ['that begins in 20 seconds', (now) => ({ nbf: now + 20 }), WELCOME],
    ['that begins in a second', (now) => ({ nbf: now + 1 }), WELCOME],
    ['that ended a second ago', (now) => ({ exp: now - 1 }), WELCOME],
    ['that ended 20 seconds ago', (now) => ({ exp: now - 20 }), WELCOME],
    ['made in 20 seconds', (now) => ({ iat: now + 20 }), WELCOME],
    ['that begins in 90 seconds', (now) => ({ nbf: now + 90 }), REFUSED],
    ['that ended 31 seconds ago', (now) => ({ exp: now - 31 }), REFUSED],
  ])('may differ by 30 seconds: a token %s', async (_what, claims, answers) => {
    expect(await answersTo(at(claims(Math.floor(Date.now() / 1_000))))).toEqual(answers);
  });

  test('are looked at each time a token is used', async () => {
    const token = at({ exp: Math.floor(Date.now() / 1_000) - 28 });
    expect((await server.ask('{ viewer { id } }', {}, token)).code).toBeUndefined();
    const refused = await until(async () => {
      const { errors } = await server.ask('{ viewer { id } }', {}, token);
      return errors?.[0]!.message;
    });
    expect(refused).toBe('The token has expired');
  });

  test('let a socket that was opened in these seconds stay open until they are over', async () => {
    const stream = await follow(server, at({ sub: 'late', exp: Math.ceil(Date.now() / 1_000) - 28 }));
    expect(stream.events).toHaveLength(1);
    expect(await stream.socket.closed).toEqual({ code: 4403, reason: 'Token expired' });
  });
});

describe('a scope', () => {
  const SEND = `mutation { createNotification(input: { recipientId: "casey", type: "t", title: "T", message: "M" }) { created } }`;
  const sends = async (claims: object) =>
    (await server.ask(SEND, {}, mint({ sub: 'mailer', ...claims }))).code;

  test('is a text of words or an array of them, under either name', async () => {
    for (const scope of ['notifications:create', 'a notifications:create', ['a', 'notifications:create']]) {
      expect(await sends({ scope })).toBeUndefined();
      expect(await sends({ scp: scope })).toBeUndefined();
    }
  });

  test.each([
    ['a part of a word', 'notifications:created'],
    ['words with commas', 'a,notifications:create'],
    ['an array in an array', [['notifications:create']]],
    ['a text of words in an array', ['a notifications:create']],
    ['an object', { 'notifications:create': true }],
    ['true', true],
  ])('is not %s', async (_what, scope) => {
    expect(await sends({ scope })).toBe('FORBIDDEN');
  });
});

test('a token that ends in the middle of a subscription ends the socket, and nothing comes after', async () => {
  const stream = await follow(server, endingIn(1, { sub: 'ends' }));
  expect(stream.events).toHaveLength(1);
  expect(await stream.socket.closed).toEqual({ code: 4403, reason: 'Token expired' });
  await send(server, 'ends');
  // Another reader hears of it; the socket that was closed did not.
  const next = await follow(server, candidate('ends'), { afterSeq: 0 });
  expect(next.events[0]!.inboxChanges.upserted).toHaveLength(1);
  expect(stream.events).toHaveLength(1);
});
