import { readdirSync, readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inRepository } from '../../../local/repository.ts';
import { send } from '../../support/acts.ts';
import { rawRequest, type RawResponse } from '../../support/raw-http.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

const casey = candidate('casey');
let server: TestServer;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  for (let index = 0; index < 20; index++)
    await send(server, 'casey', { message: 'Lorem ipsum dolor. '.repeat(40) });
});

afterAll(() => server.close());

const decoded = ({ headers, body }: RawResponse): string => {
  const bytes = Buffer.from(body, 'latin1');
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(bytes).toString();
  return (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();
};

const get = (path: string, ...headers: string[]) =>
  rawRequest(server.url, `GET ${path} HTTP/1.1`, 'Host: c.example', ...headers, '', '');

function post(query: string, ...headers: string[]): Promise<RawResponse> {
  const body = JSON.stringify({ query });
  const own = ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`];
  return rawRequest(server.url, 'POST /graphql HTTP/1.1', 'Host: c.example', ...own, ...headers, '', body);
}

const assets = readdirSync(inRepository('client/dist/assets')).filter((name) => /\.(js|css)$/.test(name));
const inExplorer = ['/explorer/main.js', '/explorer/styles.css', '/explorer/polyfills.js'];

describe('a file', () => {
  test.each([...assets.map((name) => `/assets/${name}`), ...inExplorer, '/', '/explorer'])(
    'comes in the encoding that was asked for, with the same content: %s',
    async (path) => {
      const plain = await get(path);
      expect(plain.headers['content-encoding']).toBeUndefined();
      if (plain.body.length < 1_024) return;
      const tags = [plain.headers.etag];
      for (const encoding of ['br', 'gzip']) {
        const answer = await get(path, `Accept-Encoding: ${encoding}, deflate`);
        expect(answer.headers['content-encoding']).toBe(encoding);
        expect(answer.headers['content-type']).toBe(plain.headers['content-type']);
        expect(answer.headers.vary!.toLowerCase()).toContain('accept-encoding');
        expect(answer.headers['cache-control']).toBe(plain.headers['cache-control']);
        expect(decoded(answer) === Buffer.from(plain.body, 'latin1').toString()).toBe(true);
        expect(answer.body.length).toBeLessThan(plain.body.length * 0.75);
        tags.push(answer.headers.etag);
      }
      expect(new Set(tags).size).toBe(3);
      expect(plain.headers.vary!.toLowerCase()).toContain('accept-encoding');
    },
  );

  test('is the smallest that the browser takes', async () => {
    const name = assets.find(
      (asset) => readFileSync(inRepository('client/dist/assets', asset)).length > 20_000,
    );
    const { headers } = await get(`/assets/${name}`, 'Accept-Encoding: gzip, deflate, br, zstd');
    expect(headers['content-encoding']).toBe('br');
    const refused = await get(`/assets/${name}`, 'Accept-Encoding: br;q=0, gzip;q=0');
    expect(refused.headers['content-encoding']).toBeUndefined();
  });

  test('has no second address for its compressed form', async () => {
    expect((await get(`/assets/${assets[0]}.br`)).status).toBe(404);
  });
});

describe('an answer', () => {
  const PAGE = '{ notifications(first: 20) { edges { node { id title message } } } }';
  const authorization = `Authorization: Bearer ${casey}`;

  test.each(['br', 'gzip'])('that is large is compressed with %s, by POST and GET', async (encoding) => {
    const plain = await post(PAGE, authorization);
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (const answer of [
      await post(PAGE, authorization, `Accept-Encoding: ${encoding}`),
      await get(`/graphql?query=${encodeURIComponent(PAGE)}`, authorization, `Accept-Encoding: ${encoding}`),
    ]) {
      expect(answer).toMatchObject({ status: 200, headers: { 'content-encoding': encoding } });
      expect(answer.headers.vary).toContain('Accept-Encoding');
      expect(JSON.parse(decoded(answer))).toEqual(JSON.parse(plain.body));
      expect(answer.body.length).toBeLessThan(plain.body.length / 4);
    }
  });

  test('that is small goes out as it is', async () => {
    const { headers } = await post('{ viewer { id } }', authorization, 'Accept-Encoding: br, gzip');
    expect(headers['content-encoding']).toBeUndefined();
  });

  // Its length would tell the token that stands beside what the caller wrote.
  test('with a token in it is never compressed, however large', async () => {
    const aliases = Array.from({ length: 25 }, (_, index) => `${'x'.repeat(500)}${index}: expiresAt`).join(
      ' ',
    );
    const signIn = `mutation { signIn(email: "candidate@example.com", password: "carillon") { accessToken ${aliases} } }`;
    const answer = await post(signIn, 'Accept-Encoding: br, gzip');
    expect(answer.body).toContain('accessToken');
    expect(answer.body.length).toBeGreaterThan(10_000);
    expect(answer.headers['content-encoding']).toBeUndefined();
    const [cookie] = /carillon_refresh=[^;]+/.exec(answer.headers['set-cookie']!)!;
    const renewed = await post(
      `mutation { refreshSession { accessToken ${aliases} } }`,
      `Cookie: ${cookie}`,
      'Accept-Encoding: br, gzip',
    );
    expect(renewed.body).toContain('accessToken');
    expect(renewed.headers['content-encoding']).toBeUndefined();
  });
});
