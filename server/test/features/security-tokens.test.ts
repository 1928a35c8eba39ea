import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { follow, send } from '../support/acts.ts';
import { post } from '../support/client.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { Socket } from '../support/socket.ts';
import { candidate, endingIn, mint, SECRET } from '../support/token.ts';
import { until } from '../support/until.ts';

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
const NO_SUB = 'The token has no sub, which names the user or the service';
const WRONG_TIME = "The token's exp or nbf is not a number of seconds";
const WRONG_ISSUER = "The token's issuer (iss) is not the configured one";
const WRONG_AUDIENCE = "The token's audience (aud) is not the configured one";
/** Signed, whatever it holds: the library would refuse to. */
function rawly(claims: unknown): string {
  const body = unsigned({ alg: 'HS256', typ: 'JWT' }, claims as object);
  return `${body}.${createHmac('sha256', SECRET).update(body).digest('base64url')}`;
}
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

describe('what is wrong with a token', () => {
  /** In the words of both transports, which must be the same. */
  async function wordsFor(token: string, at = server): Promise<string> {
    const { code, errors } = await at.ask('{ viewer { id } }', {}, token);
    expect(code).toBe('UNAUTHENTICATED');
    const socket = await Socket.connect(at.url);
    socket.init(token);
    expect(await socket.closed).toEqual({ code: 4403, reason: errors![0]!.message });
    return errors![0]!.message;
  }

  const seconds = () => Math.floor(Date.now() / 1_000);
  const plain = (claims: object) => jwt.sign(claims, SECRET);
  const WRONG_SUB = "The token's sub is not a text of 1 to 255 characters without controls";

  test.each<[string, () => string, string]>([
    ['no token at all', () => 'undefined', 'The token is not a JWT'],
    ['three parts of nothing', () => 'a.b.c', 'The token is not a JWT'],
    [
      'a header that is null',
      () => `${Buffer.from('null').toString('base64url')}.e30.x`,
      'The token is not a JWT',
    ],
    [
      'another algorithm',
      () => jwt.sign({ sub: 'casey' }, SECRET, { algorithm: 'HS384' }),
      'The token is signed with another algorithm than HS256',
    ],
    [
      'no algorithm',
      () => `${unsigned({ alg: 'none' }, { sub: 'casey' })}.`,
      'The token is signed with another algorithm than HS256',
    ],
    [
      'another key',
      () => mint({ sub: 'casey' }, { secret: 'y'.repeat(64) }),
      "The token's signature does not match",
    ],
    ['its end', () => plain({ sub: 'casey', exp: seconds() - 40 }), 'The token has expired'],
    ['its end, long ago', () => plain({ sub: 'casey', exp: 0 }), 'The token has expired'],
    [
      'its beginning',
      () => plain({ sub: 'casey', nbf: seconds() + 60 }),
      'The token is not valid yet: its nbf is in the future',
    ],
    ['an end that is a text', () => rawly({ sub: 'casey', exp: 'never' }), WRONG_TIME],
    ['an end that is null', () => rawly({ sub: 'casey', exp: null }), WRONG_TIME],
    ['no subject', () => plain({ scope: 'notifications:create' }), NO_SUB],
    ['claims that are none', () => rawly('hello'), NO_SUB],
    ['a subject that is a number', () => rawly({ sub: 17 }), WRONG_SUB],
    ['a subject that is null', () => rawly({ sub: null }), WRONG_SUB],
    ['a blank subject', () => plain({ sub: ' ' }), WRONG_SUB],
  ])('is named: %s', async (_what, token, words) => {
    expect(await wordsFor(token())).toBe(words);
  });

  test('is named where another issuer or audience is expected, without saying which', async () => {
    const strict = await startServer({ JWT_ISSUER: 'https://login.example', JWT_AUDIENCE: 'carillon' });
    try {
      const claims = { sub: 'casey', iss: 'https://login.example', aud: 'carillon' };
      const answers = [
        await wordsFor(mint({ ...claims, iss: 'https://evil.example' }), strict),
        await wordsFor(mint({ sub: 'casey', aud: 'carillon' }), strict),
        await wordsFor(mint({ ...claims, aud: ['other'] }), strict),
      ];
      expect(answers).toEqual([WRONG_ISSUER, WRONG_ISSUER, WRONG_AUDIENCE]);
    } finally {
      await strict.close();
    }
  });

  test('is said of the signature before any claim', async () => {
    const forged = { secret: 'y'.repeat(64) };
    const strict = await startServer({ JWT_ISSUER: 'https://login.example' });
    try {
      for (const token of [
        mint({}, forged),
        mint({ sub: 'casey', iss: 'https://evil.example' }, forged),
        jwt.sign({ sub: 'casey', exp: 1 }, forged.secret),
      ])
        expect(await wordsFor(token, strict)).toBe("The token's signature does not match");
    } finally {
      await strict.close();
    }
  });

  test('is said of the header too, when it is not as HTTP wants it', async () => {
    const ask = async (authorization: string) => {
      const { errors } = await post(server.url, '{ viewer { id } }', {}, undefined, { authorization });
      return errors![0]!.message;
    };
    const words = 'The authorization is not of the form "Bearer <token>"';
    for (const header of [candidate('casey'), `Basic ${candidate('casey')}`, 'Bearer', `Bearer a b`])
      expect(await ask(header)).toBe(words);
    expect(await ask('')).toBe('Sign in, or send a valid token');
  });

  test('harms nobody who needs no token', async () => {
    expect((await server.ask('{ __typename }', {}, 'nonsense')).errors).toBeUndefined();
  });
});

describe('clocks', () => {
  const at = (claims: object) => jwt.sign({ sub: 'casey', ...claims }, SECRET);

  test('may differ by 30 seconds, either way', async () => {
    for (const claims of [
      { nbf: now + 20 },
      { nbf: now + 1 },
      { exp: now - 1 },
      { exp: now - 20 },
      { iat: now + 20 },
    ])
      expect([claims, await answersTo(at(claims))]).toEqual([claims, WELCOME]);
    for (const claims of [{ nbf: now + 90 }, { exp: now - 31 }])
      expect([claims, await answersTo(at(claims))]).toEqual([claims, REFUSED]);
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
