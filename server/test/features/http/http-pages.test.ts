import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inRepository } from '../../../local/repository.ts';
import { rawRequest, type RawResponse } from '../../support/raw-http.ts';
import { startServer, type TestServer } from '../../support/server.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
let server: TestServer;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
});

afterAll(() => server.close());

/** As it stands: fetch would mend the path and add headers. */
const ask = (method: string, path: string, ...headers: string[]): Promise<RawResponse> =>
  rawRequest(server.url, `${method} ${path} HTTP/1.1`, 'Host: c.example', ...headers, '', '');

const accept = (types: string) => `Accept: ${types}`;
const isPage = ({ headers, body }: RawResponse) =>
  headers['content-type']?.startsWith('text/html') && body.includes('id="root"');

describe('the client’s page', () => {
  test.each([
    ['/', []],
    ['/', [accept('*/*')]],
    ['/', [accept(BROWSER)]],
    ['/applications/42?tab=why', []],
    ['/notifications', [accept('text/*;q=0.3')]],
    ['/sign-in', [accept('application/json, text/plain, */*')]],
    ['/explorer/elsewhere', [accept('*/*')]],
    ['/index.html', [accept('*/*')]],
    ['/index%2ehtml', [accept('*/*')]],
    ['//', []],
    ['/%00', []],
    ['/', [accept('application/json')]],
    ['/', [accept('*/*;q=0.1, image/avif')]],
    ['/', [accept('image/*')]],
    ['/?utm_source=x', [accept('nonsense')]],
    ['/applications', [accept('application/json')]],
    ['/notifications', [accept('image/avif, image/webp')]],
    ['/sign-in', [accept('application/ld+json, application/activity+json')]],
    ['/settings', [accept('text/plain')]],
    ['/applications/42', [accept('text/event-stream')]],
    ['/applications', [accept('*/*, text/html;q=0')]],
    ['/apiary', [accept('application/json')]],
    ['/api/things', [accept(BROWSER)]],
  ])('is what GET and HEAD of %s with %j bring', async (path, headers) => {
    const get = await ask('GET', path, ...headers);
    expect(get.status).toBe(200);
    expect(isPage(get)).toBe(true);
    expect(get.body).toContain('carillon-demo');
    const head = await ask('HEAD', path, ...headers);
    expect(head).toMatchObject({ status: 200, body: '' });
    const { date: _1, ...ofGet } = get.headers;
    const { date: _2, ...ofHead } = head.headers;
    expect(ofHead).toEqual(ofGet);
  });

  test.each([
    ['/api', [accept('application/json')]],
    ['/api/v1/notifications', [accept('application/json')]],
    ['/graphql/v2', [accept('application/graphql-response+json')]],
    ['/metrics/prometheus', [accept('text/plain')]],
    ['/healthz/live', [accept('application/json')]],
    ['/favicon.ico', [accept('*/*')]],
    ['/robots.txt', []],
    ['/wp-login.php', [accept(BROWSER)]],
    ['/.well-known/security.txt', [accept('*/*')]],
    ['/.well-known/change-password', [accept(BROWSER)]],
    ['/assets/missing-12345678.js', [accept('*/*')]],
    ['/assets/missing', [accept(BROWSER)]],
    ['/assets/..%2findex.html', [accept(BROWSER)]],
    ['/explorer/missing.js', [accept('*/*')]],
  ])('is not what %s with %j is answered with', async (path, headers) => {
    const get = await ask('GET', path, ...headers);
    expect(get.status).toBe(404);
    expect(JSON.parse(get.body)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect(await ask('HEAD', path, ...headers)).toMatchObject({ status: 404, body: '' });
  });

  test('is fetched again only when it has changed', async () => {
    const { headers } = await ask('GET', '/');
    const again = await ask('GET', '/', `If-None-Match: "x", ${headers.etag}`);
    expect(again).toMatchObject({ status: 304, body: '' });
    expect(await ask('GET', '/', 'If-None-Match: "x"')).toMatchObject({ status: 200 });
  });
});

describe('an address that cannot be read', () => {
  const BAD = [
    '/%',
    '/applications/%zz',
    '/%c0%af',
    '/a%',
    '/%e0%80%80x',
    '/explorer/%zz',
    '/unsubscribe/%zz',
  ];

  test.each(BAD)('like %s gets the page all the same, and says that it was bad', async (path) => {
    const get = await ask('GET', path, accept(BROWSER));
    expect(get.status).toBe(400);
    expect(isPage(get)).toBe(true);
    expect(get.headers['content-security-policy']).toContain(`default-src 'self'`);
    expect(get.headers['x-content-type-options']).toBe('nosniff');
    expect(await ask('HEAD', path, accept(BROWSER))).toMatchObject({ status: 400, body: '' });
  });

  test.each(BAD)('like %s is told to programs as an error', async (path) => {
    for (const answer of [
      await ask('GET', path, accept('application/json')),
      await ask('POST', path, accept('*/*'), 'Content-Length: 0'),
    ]) {
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    }
  });
});

describe('whatever comes as HTML', () => {
  const folder = inRepository('server/dist/explorer');
  const inExplorer = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/explorer/${file}`);

  test.each([
    '/',
    '/index.html',
    '/explorer',
    '/explorer/',
    ...inExplorer,
    '/anything',
    '/unsubscribe/nonsense',
    '/choices/nonsense',
    '/%zz',
  ])('has policies: %s', async (path) => {
    const { headers } = await ask('GET', path, accept(BROWSER));
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(headers['content-security-policy']).toMatch(/default-src .*frame-ancestors/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toMatch(/^(same-origin|no-referrer)$/);
  });

  test('is the explorer at each of its addresses', async () => {
    const pages = await Promise.all(
      ['/explorer', '/explorer/', '/explorer/index.html'].map((path) => ask('GET', path)),
    );
    for (const { status, body } of pages) {
      expect(status).toBe(200);
      expect(body).toContain('<base href="/explorer/" />');
    }
  });
});

test.each(['/healthz', '/readyz', '/metrics', '/explorer', '/graphql'])(
  '%s may have a slash at its end',
  async (path) => {
    const bare = await ask('GET', path);
    const slashed = await ask('GET', `${path}/`);
    expect(slashed.status).toBe(bare.status);
    expect(slashed.headers['content-type']).toBe(bare.headers['content-type']);
    expect(await ask('HEAD', `${path}/`)).toMatchObject({ status: bare.status, body: '' });
  },
);

describe('HEAD', () => {
  test.each(['/healthz', '/readyz', '/explorer', '/explorer/main.js', '/favicon.svg'])(
    'of %s is GET without a body',
    async (path) => {
      const get = await ask('GET', path);
      const head = await ask('HEAD', path);
      expect(head).toMatchObject({ status: 200, body: '' });
      expect(head.headers['content-type']).toBe(get.headers['content-type']);
      expect(head.headers['content-length']).toBe(get.headers['content-length']);
    },
  );

  test('of the metrics needs the token as GET does', async () => {
    expect(await ask('HEAD', '/metrics')).toMatchObject({ status: 401, body: '' });
  });
});

describe('a method that an address does not take', () => {
  test.each([
    ['PUT', '/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['PATCH', '/graphql/', 'GET, HEAD, POST, OPTIONS'],
    ['PROPFIND', '/graphql?query={viewer{id}}', 'GET, HEAD, POST, OPTIONS'],
    ['POST', '/explorer', 'GET, HEAD, OPTIONS'],
    ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/metrics', 'GET, HEAD, OPTIONS'],
  ])('is 405 with what it takes: %s %s', async (method, path, allow) => {
    const answer = await ask(method, path, 'Content-Length: 0');
    expect(answer).toMatchObject({ status: 405, headers: { allow } });
  });

  test.each([
    ['PUT', 'application/json', '{"query":'],
    ['PATCH', 'application/json', ''],
    ['DELETE', 'text/xml', '<query/>'],
    ['QUERY', '', ''],
    ['QUERY', 'application/graphql', '{ viewer { id } }'],
    ['PUT', 'application/json', 'x'.repeat(3_000_000)],
  ])('is 405 whatever is sent with it: %s of %s', async (method, type, body) => {
    const headers = [`Content-Type: ${type}`, `Content-Length: ${body.length}`].slice(type ? 0 : 1);
    const sending = [`${method} /graphql HTTP/1.1`, 'Host: c.example', ...headers, '', body];
    const answer = await rawRequest(server.url, ...sending);
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST, OPTIONS' } });
  });

  test.each(['/graphqll', '/:id', '/:a(', '/*', '/nowhere/(x'])(
    'is 404 at %s, which is nothing',
    async (path) => {
      expect((await ask('POST', path, 'Content-Length: 0')).status).toBe(404);
    },
  );
});

describe('the files of the client', () => {
  const assets = readdirSync(inRepository('client/dist/assets')).filter((name) => /\.(js|css)$/.test(name));
  const large = assets.find(
    (name) => readFileSync(inRepository('client/dist/assets', name)).length > 20_000,
  )!;

  test('may be kept for ever, and are what their type says', async () => {
    const { headers } = await ask('GET', `/assets/${large}`);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-type']).toMatch(/javascript|css/);
  });
});
