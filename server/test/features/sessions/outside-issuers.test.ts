import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { exportSPKI } from 'jose';
import { follow } from '../../support/acts.ts';
import { Issuer, signingKey } from '../../support/issuers/issuer.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { Socket } from '../../support/socket.ts';
import { mint } from '../../support/token.ts';

let server: TestServer;
/** Three, of which each signs in its own way. */
let acme: Issuer;
let grading: Issuer;
let plain: Issuer;

beforeAll(async () => {
  [acme, grading, plain] = (await Promise.all(
    ['RS256', 'ES256', 'EdDSA'].map((algorithm) => Issuer.up(algorithm)),
  )) as [Issuer, Issuer, Issuer];
  const claims = {
    instructor: { claim: ['realm_access', 'roles'], value: 'teacher' },
    admin: { claim: 'groups', value: 'operators' },
    scopes: 'scope',
  };
  const issuers = [
    { issuer: acme.url, algorithms: ['RS256'], audience: ['carillon', 'bells'], idPrefix: 'acme:', claims },
    { issuer: grading.url, jwks: grading.jwks, algorithms: ['ES256'], audience: 'carillon', idPrefix: 'g:' },
    { issuer: plain.url, jwks: plain.jwks, algorithms: ['EdDSA'], audience: 'carillon' },
  ];
  server = await startServer({ TOKEN_ISSUERS: JSON.stringify(issuers) });
});

afterAll(async () => {
  await server.close();
  await Promise.all([acme, grading, plain].map((issuer) => issuer.down()));
});

const viewerOf = (token: string) =>
  server.ask<{ viewer: { id: string; name: string; role: string } }>(
    '{ viewer { id name role } }',
    {},
    token,
  );

/** In the words of both transports, which must be the same. */
async function refusalOf(token: string): Promise<string> {
  const { code, errors } = await viewerOf(token);
  expect(code).toBe('UNAUTHENTICATED');
  const socket = await Socket.connect(server.url);
  socket.init(token);
  expect(await socket.closed).toEqual({ code: 4403, reason: errors![0]!.message });
  return errors![0]!.message;
}

const seconds = () => Math.floor(Date.now() / 1_000);
const SIGNATURE = "The token's signature does not match";
const ALGORITHM = "The token is signed with an algorithm that is none of its issuer's";
const TYPE = 'The token is of another type (typ) than JWT and at+jwt';
const AUDIENCE = "The token's audience (aud) is not the configured one";
const NOBODY = 'The token does not say who is calling in a way that can be used';

describe('tokens of several issuers', () => {
  test('say who is calling, each in a name space of its own', async () => {
    const [one, two, three] = await Promise.all(
      [acme, grading, plain].map(async (issuer) => {
        const { data } = await viewerOf(await issuer.sign({ sub: 'casey', name: 'Casey' }));
        return data.viewer;
      }),
    );
    expect(one).toEqual({ id: 'acme:casey', name: 'Casey', role: 'CANDIDATE' });
    expect(two!.id).toBe('g:casey');
    expect(three!.id).toBe('casey');
    const ours = await viewerOf(mint({ sub: 'casey', role: 'INSTRUCTOR' }));
    expect(ours.data.viewer).toMatchObject({ id: 'casey', role: 'INSTRUCTOR' });
  });

  test('open sockets too, which end with them', async () => {
    const { socket, events } = await follow(server, await grading.sign({ sub: 'late', exp: seconds() - 28 }));
    expect(events).toHaveLength(1);
    expect(await socket.closed).toEqual({ code: 4403, reason: 'Token expired' });
  });

  test('give roles and scopes where the rule names their claims', async () => {
    const roleOf = async (issuer: Issuer, claims: object) =>
      (await viewerOf(await issuer.sign({ sub: 'iris', ...claims }))).data.viewer.role;
    expect(await roleOf(acme, { realm_access: { roles: ['teacher'] } })).toBe('INSTRUCTOR');
    expect(await roleOf(acme, { groups: ['operators'] })).toBe('ADMIN');
    expect(await roleOf(acme, { groups: ['users'] })).toBe('CANDIDATE');
    const SEND = `mutation { createNotification(input: { recipientId: "casey", type: "t", title: "T", message: "M" }) { created } }`;
    const sends = async (issuer: Issuer, claims: object) =>
      (await server.ask(SEND, {}, await issuer.sign({ sub: 'mailer', ...claims }))).code;
    expect(await sends(acme, { scope: 'notifications:create' })).toBeUndefined();
    const all = { role: 'ADMIN', groups: ['operators'], realm_access: { roles: ['teacher'] } };
    for (const issuer of [grading, plain]) {
      expect(await roleOf(issuer, all)).toBe('CANDIDATE');
      expect(
        await sends(issuer, { ...all, scope: 'notifications:create', scp: ['notifications:create'] }),
      ).toBe('FORBIDDEN');
    }
  });

  test('are of no session of ours, whatever they call theirs', async () => {
    await server.ask('mutation { signOut }', {}, await acme.sign({ sub: 'casey', sid: 'x' }));
    expect((await viewerOf(await acme.sign({ sub: 'casey', sid: 'x' }))).errors).toBeUndefined();
  });

  test('never meet by their e-mail address', async () => {
    const email = 'one@example.com';
    for (const issuer of [acme, grading]) await viewerOf(await issuer.sign({ sub: 'same', email }));
    const rows = await server.sql('select id from users where email = $1 order by id', [email]);
    expect(rows).toEqual([{ id: 'acme:same' }, { id: 'g:same' }]);
  });

  test.each(['JWT', 'jwt', 'at+jwt', 'application/at+jwt', undefined])(
    'may be of the type %s',
    async (typ) => {
      expect((await viewerOf(await grading.sign({ sub: 'casey' }, { typ }))).errors).toBeUndefined();
    },
  );
});

describe('a token is refused', () => {
  const none = (claims: object) =>
    `${[{ alg: 'none', typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
  const withPublicKeyAsSecret = async () => {
    const claims = { sub: 'casey', iss: acme.url, aud: 'carillon', exp: seconds() + 60 };
    const body = none(claims)
      .slice(0, -1)
      .replace(/^[^.]+/, Buffer.from('{"alg":"HS256"}').toString('base64url'));
    const spki = await exportSPKI(acme.key.publicKey);
    return `${body}.${createHmac('sha256', spki).update(body).digest('base64url')}`;
  };
  const theirs = (claims: object = {}, header: Parameters<Issuer['sign']>[1] = {}) =>
    acme.sign({ sub: 'casey', ...claims }, header);

  test.each<[string, () => string | Promise<string>, string]>([
    ['without a signature', () => none({ iss: acme.url, sub: 'casey', aud: 'carillon' }), ALGORITHM],
    ['signed with the public key as a secret', withPublicKeyAsSecret, SIGNATURE],
    [
      'of our secret in the name of another issuer',
      () => mint({ iss: acme.url, sub: 'casey' }),
      "The token's issuer (iss) is not the configured one",
    ],
    ['of one issuer in the name of another', () => grading.sign({ sub: 'casey', iss: plain.url }), ALGORITHM],
    [
      'of one issuer in the name of another, with its algorithm',
      async () => {
        const forged = await signingKey(acme.key.kid, 'RS256');
        return theirs({}, { key: forged });
      },
      SIGNATURE,
    ],
    [
      'of a key that nobody knows',
      async () => theirs({}, { key: await signingKey('unknown', 'RS256') }),
      SIGNATURE,
    ],
    [
      'with a key in its own header',
      async () =>
        theirs(
          {},
          { key: await signingKey('mine', 'RS256'), jwk: { kty: 'RSA' }, jku: 'https://evil.example/keys' },
        ),
      SIGNATURE,
    ],
    [
      'of an issuer that nobody knows',
      () => theirs({ iss: 'https://evil.example' }),
      'The token is signed with another algorithm than HS256',
    ],
    [
      'of an issuer that is almost right',
      () => theirs({ iss: `${acme.url}/` }),
      'The token is signed with another algorithm than HS256',
    ],
    [
      'of an issuer in a list',
      () => theirs({ iss: [acme.url] as never }),
      'The token is signed with another algorithm than HS256',
    ],
    ['for another audience', () => theirs({ aud: 'shop' }), AUDIENCE],
    ['for no audience', () => theirs({ aud: undefined }), AUDIENCE],
    ['for an audience of another issuer', () => grading.sign({ sub: 'casey', aud: 'bells' }), AUDIENCE],
    ['that is for a logout', () => theirs({}, { typ: 'logout+jwt' }), TYPE],
    ['that tells of an event', () => theirs({ events: {} }), 'The token is none that says who is calling'],
    ['of a type that is none', () => theirs({}, { typ: 7 as never }), TYPE],
    [
      'with an extension',
      () => theirs({}, { crit: ['b64'], b64: true }),
      "The token's crit names extensions, of which none is known here",
    ],
    ['without an end', () => theirs({ exp: undefined }), 'The token has no end (exp)'],
    ['after its end', () => theirs({ exp: seconds() - 40 }), 'The token has expired'],
    [
      'before its beginning',
      () => theirs({ nbf: seconds() + 60 }),
      'The token is not valid yet: its nbf is in the future',
    ],
    ['of nobody', () => theirs({ sub: undefined }), NOBODY],
    ['of a number', () => theirs({ sub: 17 as never }), NOBODY],
    ["of another issuer's user", () => plain.sign({ sub: 'acme:casey' }), NOBODY],
  ])('%s', async (_what, token, words) => {
    expect(await refusalOf(await token())).toBe(words);
  });

  test('with a signature that was cut, changed or taken from another', async () => {
    const [header, claims, signature] = (await theirs()).split('.') as [string, string, string];
    const others = (await theirs({ sub: 'iris' })).split('.') as [string, string, string];
    for (const token of [
      `${header}.${claims}.${signature.slice(0, -4)}`,
      `${header}.${others[1]}.${signature}`,
      `${header}.${claims}.`,
    ])
      expect(await refusalOf(token)).toBe(SIGNATURE);
  });
});

test('while the keys of its issuer cannot be had its bearer is asked to come again', async () => {
  const [away, misled] = [await Issuer.up(), await Issuer.up()];
  // Where its configuration should be is another issuer's.
  misled.saidOfItself = { issuer: 'https://evil.example' };
  const rule = { algorithms: ['ES256'], audience: 'carillon' };
  const issuers = [
    { ...rule, issuer: away.url, jwks: away.jwks },
    { ...rule, issuer: misled.url, idPrefix: 'm:' },
  ];
  const own = await startServer({ TOKEN_ISSUERS: JSON.stringify(issuers) });
  try {
    const token = await away.sign({ sub: 'casey' });
    await away.down();
    const { code, errors } = await own.ask('{ viewer { id } }', {}, token);
    expect(code).toBe('SERVICE_UNAVAILABLE');
    expect(errors![0]!.extensions.retryAfterMs).toBeGreaterThan(0);
    const socket = await Socket.connect(own.url);
    socket.init(token);
    expect(await socket.closed).toEqual({
      code: 1013,
      reason: "The keys of the token's issuer cannot be had just now",
    });
    const misleading = await own.ask('{ viewer { id } }', {}, await misled.sign({ sub: 'casey' }));
    expect([misleading.code, misled.asked]).toEqual(['SERVICE_UNAVAILABLE', 0]);
    expect((await own.ask('{ viewer { id } }', {}, mint({ sub: 'casey' }))).errors).toBeUndefined();
  } finally {
    await own.close();
    await misled.down();
  }
});
