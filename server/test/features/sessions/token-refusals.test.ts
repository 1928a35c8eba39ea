import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { post } from '../../support/client.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { Socket } from '../../support/socket.ts';
import { candidate, mint, SECRET } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const NO_SUB = 'The token has no sub, which names the user or the service';
const WRONG_TIME = "The token's exp or nbf is not a number of seconds";
const WRONG_ISSUER = "The token's issuer (iss) is not the configured one";
const WRONG_AUDIENCE = "The token's audience (aud) is not the configured one";
const NO_JWT = 'The token is not a JWT';
const base64 = (text: string) => Buffer.from(text).toString('base64url');
const HEADER = base64('{"alg":"HS256","typ":"JWT"}');
const signed = (body: string) => `${body}.${createHmac('sha256', SECRET).update(body).digest('base64url')}`;
/** With a header that says more than the algorithm. */
const headed = (header: object) =>
  signed(unsigned({ alg: 'HS256', typ: 'JWT', ...header }, { sub: 'casey' }));
/** Signed, whatever it holds: the library would refuse to. */
const rawly = (claims: unknown) => signed(`${HEADER}.${base64(JSON.stringify(claims))}`);
const unsigned = (header: object, claims: object) =>
  [header, claims].map((part) => base64(JSON.stringify(part))).join('.');

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
  const CRITICAL = "The token's crit names extensions, of which none is known here";
  const WRONG_SUB = "The token's sub is not a text of 1 to 255 characters without controls";

  test.each<[string, () => string, string]>([
    ['no token at all', () => 'undefined', NO_JWT],
    ['three parts of nothing', () => 'a.b.c', NO_JWT],
    ['a header that is null', () => `${base64('null')}.e30.x`, NO_JWT],
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
    ['an end in milliseconds', () => rawly({ sub: 'casey', exp: Date.now() + 3_600_000 }), WRONG_TIME],
    ['a beginning in milliseconds', () => rawly({ sub: 'casey', nbf: Date.now() }), WRONG_TIME],
    ['an end after all time', () => rawly({ sub: 'casey', exp: 1e300 }), WRONG_TIME],
    ['claims that are a text', () => rawly('hello'), NO_JWT],
    ['claims that are a list', () => rawly([{ sub: 'casey' }]), NO_JWT],
    ['claims that are null', () => rawly(null), NO_JWT],
    ['claims that are no JSON', () => signed(`${HEADER}.${base64('{"sub"')}`), NO_JWT],
    ['a mark around it', () => `"${plain({ sub: 'casey' })}"`, NO_JWT],
    ['an equals sign at its end', () => `${plain({ sub: 'casey' })}=`, NO_JWT],
    ['an empty object', () => rawly({}), NO_SUB],
    ['a subject that is a number', () => rawly({ sub: 17 }), WRONG_SUB],
    ['a subject that is null', () => rawly({ sub: null }), WRONG_SUB],
    [
      'an extension',
      () => headed({ crit: ['http://example.com/bound'], 'http://example.com/bound': 1 }),
      CRITICAL,
    ],
    ['a payload as it is', () => headed({ crit: ['b64'], b64: true }), CRITICAL],
    ['an end in the header', () => headed({ crit: ['exp'], exp: 1 }), CRITICAL],
    ['no extension by name', () => headed({ crit: [] }), CRITICAL],
    ['an extension that is a text', () => headed({ crit: 'alg' }), CRITICAL],
    ['extensions that are null', () => headed({ crit: null }), CRITICAL],
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
