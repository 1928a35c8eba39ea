import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inRepository } from '../../../local/repository.ts';
import { countsOf, send } from '../../support/acts.ts';
import {
  get,
  JSON_TYPE,
  MARK,
  PARTLY,
  post,
  rules,
  WHO,
  type Request,
} from '../../support/graphql/http-rules.ts';
import { rawRequest, type RawResponse } from '../../support/raw-http.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

const casey = candidate('casey');
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  await send(server, 'casey');
});

afterAll(() => server.close());

async function ask({ method = 'POST', search = '', headers = {}, body }: Request): Promise<RawResponse> {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  const all = {
    host: 'c.example',
    authorization: `Bearer ${casey}`,
    ...(body === undefined
      ? {}
      : { 'content-type': JSON_TYPE, 'content-length': String(Buffer.byteLength(text)) }),
    ...headers,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== undefined);
  const address = typeof search === 'string' ? encodeURI(search) : new URLSearchParams(search).toString();
  return rawRequest(
    server.url,
    `${method} /graphql${address && `?${address}`} HTTP/1.1`,
    ...lines.map(([name, value]) => `${name}: ${value}`),
    '',
    body === undefined ? '' : text,
  );
}

for (const [rule, cases] of Object.entries(rules))
  test.each(cases)(`${rule}: %s`, async (_what, request, expected) => {
    const { status, headers, body } = await ask(request);
    expect({ status, body }).toMatchObject({ status: expected.status });
    if (expected.type?.includes(';')) expect(headers['content-type']).toBe(expected.type);
    else if (expected.type) expect(headers['content-type']).toBe(`${expected.type}; charset=utf-8`);
    if (expected.headers) expect(headers).toMatchObject(expected.headers);
    const answer = JSON.parse(Buffer.from(body, 'latin1').toString()) as Record<string, unknown>;
    if (expected.body) expect(answer).toEqual(expected.body);
    const [error] = (answer.errors ?? []) as { extensions: { code: string; requestId: string } }[];
    if (expected.code) expect(error!.extensions.code).toBe(expected.code);
    if (status !== 200) expect(error!.extensions.requestId).toEqual(expect.any(String));
    // What was executed has data, also null, and nothing else has.
    expect('data' in answer).toBe(status < 300);
  });

describe('what the table has besides', () => {
  test('get-mutation, not-acceptable: nothing has been marked by any of these', async () => {
    expect(await countsOf(server, casey)).toMatchObject({ unread: 1 });
  });

  test('partial: it has its words', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': JSON_TYPE, authorization: `Bearer ${casey}` },
      body: JSON.stringify({ query: PARTLY }),
    });
    expect([response.ok, response.status, response.statusText]).toEqual([true, 294, 'Partial Success']);
  });

  test('no-response: what is no HTTP', async () => {
    const answer = await rawRequest(server.url, 'NONSENSE', '', '');
    expect(answer).toMatchObject({ status: 400, headers: { 'content-type': `${JSON_TYPE}; charset=utf-8` } });
  });

  test('headers-too-large', async () => {
    expect(await ask({ ...post(WHO), headers: { 'x-long': 'x'.repeat(20_000) } })).toMatchObject({
      status: 431,
    });
  });

  test.each([17_000, 200_000])('address-too-long: %d bytes', async (length) => {
    expect(await ask(get(WHO, { extensions: 'x'.repeat(length) }))).toMatchObject({ status: 414 });
  });

  test('HEAD tells what GET would, without a body', async () => {
    expect(await ask({ ...get('{ nonsense }'), method: 'HEAD' })).toMatchObject({ status: 422, body: '' });
    expect(await ask({ ...get(MARK), method: 'HEAD' })).toMatchObject({
      status: 405,
      headers: { allow: 'POST' },
    });
  });

  test('every rule that docs/graphql-over-http.md names has its tests, here or where it says', () => {
    const page = readFileSync(inRepository('docs/graphql-over-http.md'), 'utf8');
    const named = [...page.matchAll(/^\| ([a-z0-9]+(?:-[a-z0-9]+)*) +\| /gm)].map(([, name]) => name!);
    const elsewhere = ['no-response', 'headers-too-large', 'address-too-long', 'too-slow'];
    expect(named.sort()).toEqual([...Object.keys(rules), ...elsewhere].sort());
  });
});
