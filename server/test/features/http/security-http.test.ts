import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { countsOf, send } from '../../support/acts.ts';
import { read } from '../../support/client.ts';
import { rawRequest } from '../../support/raw-http.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

const FRIEND = 'https://app.example';
let server: TestServer;

beforeAll(async () => {
  server = await startServer({ ALLOWED_ORIGINS: `${FRIEND},https://other.example` });
});

afterAll(() => server.close());

const casey = candidate('casey');
const authorization = `Bearer ${casey}`;
const request = (init: RequestInit, search = '') => fetch(`${server.url}/graphql${search}`, init);
const json = { 'content-type': 'application/json', authorization };
const QUERY = '{ viewer { id } }';
const MUTATION = 'mutation { markAllAsRead { affectedCount } }';

describe('a body', () => {
  test.each([
    ['10 MB', 10 * 1024 * 1024],
    ['a little over 2 MB', 2 * 1024 * 1024 + 1],
  ])('of %s is refused as too large', async (_size, bytes) => {
    const answer = await read(await request({ method: 'POST', headers: json, body: 'x'.repeat(bytes) }));
    expect(answer).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(answer.errors![0]!.extensions.limit).toEqual({ bytes: 2 * 1024 * 1024 });
  });

  test('under 2 MB is read', async () => {
    const body = JSON.stringify({ query: QUERY, variables: { unused: 'x'.repeat(1_900_000) } });
    expect(await read(await request({ method: 'POST', headers: json, body }))).toMatchObject({ status: 200 });
  });

  test.each([
    [400, 'broken JSON', '{'],
    [400, 'nothing', ''],
    [422, 'no query', '{}'],
    [422, 'a query that is none', '{"query": 1}'],
    [422, 'several at once', JSON.stringify([{ query: QUERY }, { query: QUERY }])],
    [422, 'variables that are none', JSON.stringify({ query: QUERY, variables: 'x' })],
  ])('is %d with %s', async (status, _what, body) => {
    const answer = await read(await request({ method: 'POST', headers: json, body }));
    expect(answer).toMatchObject({ status, code: 'BAD_REQUEST' });
  });
});

describe('what a foreign page can make a browser send', () => {
  beforeAll(() => send(server, 'casey').then(() => undefined));

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'is refused as %j, and does nothing',
    async (type) => {
      const body = type.includes('form-url') ? `query=${MUTATION}` : JSON.stringify({ query: MUTATION });
      const response = await request({
        method: 'POST',
        headers: { authorization, 'content-type': type },
        body,
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await countsOf(server, casey)).toMatchObject({ unread: 1 });
    },
  );

  const cookie = 'carillon_refresh=of-somebody';

  test('is no mutation by GET, whoever sends it', async () => {
    const search = `?query=${encodeURIComponent(MUTATION)}`;
    expect((await request({ headers: { cookie } }, search)).status).toBe(400);
    for (const headers of [{ authorization }, { cookie, 'apollo-require-preflight': '1' }, undefined]) {
      const answer = await request({ headers }, search);
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    }
    expect(await countsOf(server, casey)).toMatchObject({ unread: 1 });
  });

  test('is no read by GET with nothing but a cookie or a password of HTTP’s own', async () => {
    const search = `?query=${encodeURIComponent(QUERY)}`;
    for (const headers of [{ cookie }, { authorization: 'Basic dTpw' }, { cookie, accept: '*/*' }]) {
      const answer = await read(await request({ headers }, search));
      expect(answer).toMatchObject({ status: 400, code: 'BAD_REQUEST', data: undefined });
      expect(answer.errors![0]!.message).toContain('Authorization: Bearer');
    }
    for (const headers of [{ authorization }, { authorization, cookie }]) {
      const answer = await request({ headers }, search);
      expect(await answer.json()).toEqual({ data: { viewer: { id: 'casey' } } });
    }
  });
});

describe('a subscription', () => {
  const SUBSCRIPTION = 'subscription S { inboxChanges { toSeq } }';
  const body = JSON.stringify({ query: SUBSCRIPTION });
  const search = `?query=${encodeURIComponent(SUBSCRIPTION)}`;
  const several = JSON.stringify({
    query: `${QUERY.replace('{', 'query Q {')} ${SUBSCRIPTION}`,
    operationName: 'S',
  });

  test.each([
    ['by POST', { method: 'POST', headers: json, body }, ''],
    ['of a stranger', { method: 'POST', headers: { 'content-type': 'application/json' }, body }, ''],
    ['by GET', { headers: { authorization } }, search],
    ['beside a query', { method: 'POST', headers: json, body: several }, ''],
  ])('%s is told that it needs a socket', async (_how, init, query) => {
    const answer = await read(await request(init, query));
    expect(answer).toMatchObject({ status: 406, code: 'BAD_REQUEST' });
    expect(answer.errors![0]!.message).toContain('WebSocket');
    expect(answer.errors![0]!.message).toContain('graphql-transport-ws');
  });
});

describe('a Host that is none', () => {
  test.each(['Host: [', 'Host: a b', 'Host: ', 'Host: :::', 'Host: %'])('%j harms nobody', async (host) => {
    const own = [`Authorization: Bearer ${casey}`, 'Content-Type: application/json'];
    const body = JSON.stringify({ query: QUERY });
    const answer = await rawRequest(
      server.url,
      'POST /graphql HTTP/1.1',
      host,
      ...own,
      `Content-Length: ${body.length}`,
      '',
      body,
    );
    expect(answer).toMatchObject({ status: 200, body: '{"data":{"viewer":{"id":"casey"}}}' });
  });

  test('is not needed by HTTP/1.0', async () => {
    const search = encodeURIComponent(QUERY);
    const answer = await rawRequest(server.url, `GET /graphql?query=${search} HTTP/1.0`, '', '');
    expect(answer.body).toContain('UNAUTHENTICATED');
  });
});

describe('another origin', () => {
  const preflight = (origin: string) =>
    request({
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });

  test('on the list is told that it may, credentials included', async () => {
    for (const response of [
      await preflight(FRIEND),
      await request({
        method: 'POST',
        headers: { ...json, origin: FRIEND },
        body: JSON.stringify({ query: QUERY }),
      }),
    ]) {
      expect(response.headers.get('access-control-allow-origin')).toBe(FRIEND);
      expect(response.headers.get('access-control-allow-credentials')).toBe('true');
      expect(response.headers.get('vary')?.toLowerCase()).toContain('origin');
    }
  });

  test('may ask what is possible without a preflight', async () => {
    expect((await request({ method: 'OPTIONS' })).status).toBe(204);
  });

  test.each(['https://evil.example', 'https://app.example.evil.example', 'http://app.example', 'null'])(
    'like %s is told nothing',
    async (origin) => {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
      const response = await request({
        method: 'POST',
        headers: { ...json, origin },
        body: JSON.stringify({ query: QUERY }),
      });
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});
