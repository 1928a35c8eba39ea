import { once } from 'node:events';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { request as tlsRequest } from 'node:https';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { send } from '../../support/acts.ts';
import {
  certificate,
  COMPOSE,
  startReverseProxy,
  type ReverseProxy,
} from '../../support/services/reverse-proxy.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

const HERE = '127.0.0.2';
const ELSEWHERE = '127.0.0.3';

interface Reply extends Pick<IncomingMessage, 'headers'> {
  status: number;
  body: string;
}

interface Sending {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** The caller's own address. */
  from?: string;
}

/** fetch chooses neither the caller's address nor whom to trust. */
async function call(
  url: string,
  { method = 'GET', headers, body, from = HERE }: Sending = {},
): Promise<Reply> {
  const request = url.startsWith('https') ? tlsRequest : plainRequest;
  const options = { method, headers, localAddress: from, ca: certificate, family: 4, agent: false as const };
  const sent = request(url, options).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  response.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
  await once(response, 'end');
  return { status: response.statusCode!, headers: response.headers, body: text };
}

function signIn(url: string, name: string, password: string, more: Sending = {}): Promise<Reply> {
  const query = `mutation { signIn(email: "${name}@example.com", password: "${password}") { accessToken } }`;
  const headers = { 'content-type': 'application/json', ...more.headers };
  return call(`${url}/graphql`, { ...more, method: 'POST', headers, body: JSON.stringify({ query }) });
}

let sequence = 0;
const forged = () => ({ 'x-forwarded-for': `203.0.113.${++sequence % 250}` });

/** Guesses, each time under another forged address, until it is refused. */
async function guessUntilLimited(url: string, name: string): Promise<void> {
  for (let guess = 1; guess <= 30; guess++) {
    const { body } = await signIn(url, name, 'wrong', { headers: forged() });
    if (body.includes('RATE_LIMITED')) return;
    expect(body).toContain('UNAUTHENTICATED');
  }
  throw new Error('A new forged address each time makes a new caller');
}

function openSocket(url: string, origin: string, token?: string): WebSocket {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    origin,
    ca: certificate,
    localAddress: HERE,
    family: 4,
  });
  socket.on('error', () => undefined);
  socket.once('open', () => {
    const payload = { authorization: `Bearer ${token}` };
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
  });
  return socket;
}

/** Subscribes as a page of the proxy's own address, and waits for what is sent meanwhile. */
async function follows(url: string, server: TestServer, user: string): Promise<void> {
  const socket = openSocket(url, url, candidate(user));
  const messages: string[] = [];
  socket.on('message', (data: Buffer) => messages.push(data.toString()));
  await until(() => messages.some((text) => text.includes('connection_ack')));
  const query = 'subscription { notificationAdded { title } }';
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
  await until(async () => {
    await send(server, user, { title: 'Through the proxy' });
    return messages.some((text) => text.includes('Through the proxy'));
  });
  socket.close();
}

const refusalOf = (socket: WebSocket) =>
  new Promise<number>((resolve, reject) => {
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode!));
    socket.once('open', () => reject(new Error('It was let in')));
  });

describe.each([
  ['nginx', 'candidate'],
  ['caddy', 'candidate2'],
  ['haproxy', 'instructor'],
] as const)('behind %s, as docs/proxies has it', (name, account) => {
  let server: TestServer;
  let proxy: ReverseProxy;

  beforeAll(async () => {
    server = await startServer({ DEMO: 'true', TRUST_PROXY: '1' });
    proxy = await startReverseProxy(name, server.url);
    await until(async () => (await call(`${proxy.url}/readyz`)).status === 200);
    // The first time it has to be fetched.
  }, 180_000);

  afterAll(async () => {
    await proxy.stop();
    await server.close();
  });

  test('the page comes, compressed and with its policies, over HTTP/1.1 and HTTP/2', async () => {
    const page = await call(proxy.url, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(page).toMatchObject({ status: 200, headers: { 'content-encoding': 'br' } });
    expect(page.headers['content-security-policy']).toContain(`default-src 'self'`);
    const session = connectHttp2(proxy.url.replace('localhost', '127.0.0.1'), { ca: certificate });
    const stream = session.request({ ':path': '/', ':authority': new URL(proxy.url).host });
    const [headers] = (await once(stream, 'response')) as [Record<string, unknown>];
    expect(headers).toMatchObject({ ':status': 200, 'content-type': 'text/html; charset=utf-8' });
    session.destroy();
  });

  test('who signs in gets a cookie for TLS only', async () => {
    const { status, headers } = await signIn(proxy.url, 'admin', 'carillon');
    expect(status).toBe(200);
    expect(headers['set-cookie']![0]).toContain('; Secure');
  });

  test('sockets open for pages of this address, which has a port, and for no others', async () => {
    await follows(proxy.url, server, 'casey');
    expect(await refusalOf(openSocket(proxy.url, 'https://evil.example'))).toBe(403);
    expect(await refusalOf(openSocket(proxy.url, 'https://localhost'))).toBe(403);
  });

  test('a stream of events brings each at once', async () => {
    const headers = {
      authorization: `Bearer ${candidate('sam')}`,
      'content-type': 'application/json',
      accept: 'text/event-stream',
    };
    const request = tlsRequest(`${proxy.url}/graphql`, {
      method: 'POST',
      headers,
      ca: certificate,
      family: 4,
      agent: false,
    }).end(JSON.stringify({ query: 'subscription { notificationAdded { title } }' }));
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    await until(() => text.startsWith(':\n\n'));
    for (const title of ['First', 'Second']) {
      await send(server, 'sam', { title });
      await until(() => text.endsWith(`{"data":{"notificationAdded":{"title":"${title}"}}}\n\n`));
    }
    request.destroy();
  });

  test('an upgrade to HTTP/2 that is offered harms nothing', async () => {
    const headers = {
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'http2-settings': 'AAMAAABkAAQCAAAAAAIAAAAA',
    };
    expect(await call(`${proxy.url}/healthz`, { headers })).toMatchObject({ status: 200 });
    expect(await signIn(proxy.url, 'admin', 'carillon', { headers })).toMatchObject({ status: 200 });
  });

  test('guessing counts against the caller’s real address, whatever the caller forges', async () => {
    await guessUntilLimited(proxy.url, account);
    expect((await signIn(proxy.url, account, 'carillon', { from: ELSEWHERE })).body).toContain('accessToken');
  });
});

describe('the proxy of docker-compose.yml', () => {
  const TRUST_PROXY = /TRUST_PROXY: (.+)/.exec(COMPOSE)![1]!;
  let server: TestServer;
  let inner: ReverseProxy;
  let outer: ReverseProxy;

  beforeAll(async () => {
    server = await startServer({ DEMO: 'true', TRUST_PROXY });
    inner = await startReverseProxy('compose', server.url);
    outer = await startReverseProxy('nginx', inner.url);
    await until(async () => (await call(`${outer.url}/readyz`)).status === 200);
  });

  afterAll(async () => {
    await outer.stop();
    await inner.stop();
    await server.close();
  });

  test('passes on what another in front of it says of scheme, host and address', async () => {
    const { headers } = await signIn(outer.url, 'admin', 'carillon');
    expect(headers['set-cookie']![0]).toContain('; Secure');
    await follows(outer.url, server, 'casey');
    await guessUntilLimited(outer.url, 'candidate');
    const elsewhere = await signIn(outer.url, 'candidate', 'carillon', { from: ELSEWHERE });
    expect(elsewhere.body).toContain('accessToken');
  });

  test('believes nobody else', async () => {
    const lie = { 'x-forwarded-proto': 'https', ...forged() };
    const { headers } = await signIn(inner.url, 'admin', 'carillon', { headers: lie });
    expect(headers['set-cookie']![0]).not.toContain('Secure');
    await follows(inner.url, server, 'robin');
    await guessUntilLimited(inner.url, 'candidate2');
    const elsewhere = await signIn(inner.url, 'candidate2', 'carillon', { from: ELSEWHERE });
    expect(elsewhere.body).toContain('accessToken');
  });

  test('lets compressed files through', async () => {
    const page = await call(inner.url, { headers: { 'accept-encoding': 'gzip' } });
    expect(page).toMatchObject({ status: 200, headers: { 'content-encoding': 'gzip' } });
  });
});
