import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { countsOf, follow } from '../../support/acts.ts';
import type { GraphqlError } from '../../support/client.ts';
import { metricsOf } from '../../support/metrics.ts';
import { RawConnection, rawRequest } from '../../support/raw-http.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { closeSockets, Socket } from '../../support/socket.ts';
import { candidate } from '../../support/token.ts';

const FRIEND = 'https://app.example';
const casey = candidate('casey');
let server: TestServer;

beforeAll(async () => {
  server = await startServer({ ALLOWED_ORIGINS: FRIEND });
});

afterEach(closeSockets);
afterAll(() => server.close());

const connect = async (options?: { origin?: string; protocols?: string[] }) =>
  Socket.connect(server.url, options);

describe('the upgrade', () => {
  test.each(['https://evil.example', 'http://app.example', `${FRIEND}.evil.example`, 'null', 'file://'])(
    'is refused to a page of %s',
    async (origin) => {
      await expect(connect({ origin })).rejects.toThrow('403');
    },
  );

  test('is granted to a page of an allowed origin, to our own pages, and to whoever is no browser', async () => {
    for (const origin of [FRIEND, server.url, undefined]) {
      const socket = await connect({ origin });
      socket.init(casey);
      await socket.isAcknowledged;
    }
  });

  const upgrade = (path: string, ...more: string[]) => [
    `GET ${path} HTTP/1.1`,
    'Host: c.example',
    'Connection: Upgrade',
    'Upgrade: websocket',
    ...more,
    '',
    '',
  ];
  const KEY = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
  const VERSION = 'Sec-WebSocket-Version: 13';

  test.each([
    ['default ports', 'Host: c.example:443', 'Origin: https://c.example'],
    ['capital letters', 'Host: C.example', 'Origin: https://c.Example'],
    ['a dot at the end', 'Host: c.example', 'Origin: https://c.example.'],
  ])('sees one host in two spellings: %s', async (_how, host, origin) => {
    const lines = upgrade('/graphql', KEY, VERSION, origin).map((line) =>
      line.replace('Host: c.example', host),
    );
    expect(await rawRequest(server.url, ...lines)).toMatchObject({ status: 101 });
  });

  test('may have a slash at its end', async () => {
    expect(await rawRequest(server.url, ...upgrade('/graphql/?x=1', KEY, VERSION))).toMatchObject({
      status: 101,
    });
  });

  test.each<[number, string, string, string[]]>([
    [403, 'FORBIDDEN', 'ALLOWED_ORIGINS', upgrade('/graphql', KEY, VERSION, 'Origin: https://evil.example')],
    [404, 'NOT_FOUND', '/graphql', upgrade('/elsewhere', KEY, VERSION)],
    [400, 'BAD_REQUEST', 'Sec-WebSocket-Key', upgrade('/graphql', VERSION)],
    [400, 'BAD_REQUEST', 'Sec-WebSocket-Version', upgrade('/graphql', KEY)],
    [
      400,
      'BAD_REQUEST',
      'Sec-WebSocket-Protocol',
      upgrade('/graphql', KEY, VERSION, 'Sec-WebSocket-Protocol: ,'),
    ],
    [405, 'BAD_REQUEST', 'GET', ['POST /graphql HTTP/1.1', ...upgrade('/', KEY, VERSION).slice(1)]],
    [
      426,
      'BAD_REQUEST',
      'proxy',
      ['GET /graphql HTTP/1.1', 'Host: c.example', 'Connection: close', KEY, VERSION, '', ''],
    ],
  ])('that is refused with %s says why (%s, %s)', async (status, code, words, lines) => {
    const answer = await rawRequest(server.url, ...lines);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
    const [error] = (JSON.parse(answer.body) as { errors: GraphqlError[] }).errors;
    expect(error).toMatchObject({ extensions: { code, requestId: expect.any(String) } });
    expect(error!.message).toContain(words);
  });

  test('that is refused to a peer who hangs up at that moment ends nothing but itself', async () => {
    for (let round = 0; round < 100; round++) {
      const connection = await RawConnection.open(server.url);
      connection.send(...upgrade(round % 2 ? '/elsewhere' : '/graphql'), 'x'.repeat(1_000));
      await new Promise((resolve) => setTimeout(resolve, round % 5));
      connection.socket.resetAndDestroy();
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  const QUERY = '{"query":"{ viewer { id } }"}';
  const JSON_OF = ['Content-Type: application/json', `Content-Length: ${QUERY.length}`];
  const EARLIER: [what: string, status: number, lines: string[]][] = [
    ['a question of health', 200, ['GET /readyz HTTP/1.1', 'Host: c.example', '', '']],
    ['a page', 200, ['GET / HTTP/1.1', 'Host: c.example', '', '']],
    ['a query', 294, ['POST /graphql HTTP/1.1', 'Host: c.example', ...JSON_OF, '', QUERY]],
  ];

  test.each(EARLIER)('never overtakes the answer to %s', async (_what, _status, lines) => {
    for (const path of ['/graphql', '/elsewhere']) {
      const connection = await RawConnection.open(server.url);
      connection.send(...lines, ...upgrade(path, KEY, VERSION));
      await connection.ended();
      await expect(connection.response()).rejects.toThrow('without an answer');
    }
  });

  test.each(EARLIER)('may follow the answer to %s', async (_what, status, lines) => {
    const connection = await RawConnection.open(server.url);
    expect(await connection.send(...lines).response()).toMatchObject({ status });
    expect(await connection.send(...upgrade('/graphql', KEY, VERSION)).response()).toMatchObject({
      status: 101,
    });
    connection.close();
  });

  test('that is refused does not stay open', async () => {
    const connection = await RawConnection.open(server.url);
    connection.send(...upgrade('/elsewhere'));
    await connection.ended();
  });

  test('is for /graphql only', async () => {
    const elsewhere = new WebSocket(`${server.url.replace('http', 'ws')}/elsewhere`, 'graphql-transport-ws');
    await expect(new Promise((_, reject) => elsewhere.once('error', reject))).rejects.toThrow('404');
  });
});

describe('a token is found', () => {
  const bearer = `Bearer ${casey}`;
  test.each<[string, object]>([
    ['authorization', { authorization: bearer }],
    ['Authorization, as Apollo writes it', { Authorization: bearer }],
    ['AUTHORIZATION, with the word in lower case', { AUTHORIZATION: `bearer ${casey}` }],
    ['headers.Authorization, as urql and Hasura write it', { headers: { Authorization: bearer } }],
    ['headers.authorization', { headers: { authorization: bearer, 'x-trace': '1' } }],
    ['Headers.Authorization', { Headers: { Authorization: bearer } }],
    ['authToken, bare, as Apollo writes it', { authToken: casey }],
    ['authToken, with Bearer', { authToken: bearer }],
    ['token', { token: casey }],
    ['authentication', { authentication: casey }],
    ['one place of several', { authorization: null, headers: { authorization: null }, authToken: casey }],
  ])('in %s', async (_where, payload) => {
    const socket = await connect();
    socket.send({ type: 'connection_init', payload });
    await socket.isAcknowledged;
    const stream = socket.subscribe<{ viewer: { id: string } }>('{ viewer { id } }');
    expect(await stream.reaches(1)).toEqual([{ viewer: { id: 'casey' } }]);
  });
});

describe('a socket closes', () => {
  const SUBSCRIBE = {
    id: '1',
    type: 'subscribe',
    payload: { query: 'subscription { inboxChanges { toSeq } }' },
  };

  test('with 4400 at what is no message', async () => {
    for (const text of ['{', '[]', '1', '{"type":"hello"}', '{"type":"subscribe","id":1}']) {
      const socket = await connect();
      socket.sendText(text);
      expect([text, (await socket.closed).code]).toEqual([text, 4400]);
    }
  });

  test('with 4401 when it subscribes before it was welcomed', async () => {
    const socket = await connect();
    socket.send(SUBSCRIBE);
    expect((await socket.closed).code).toBe(4401);
  });

  test('with 4403 without a token', async () => {
    for (const payload of [
      undefined,
      {},
      { authorization: null },
      { authorization: casey },
      { headers: {} },
      { headers: { authorization: casey } },
      { headers: `Bearer ${casey}` },
      { cookie: `authorization=Bearer ${casey}` },
      { token: 7 },
    ]) {
      const socket = await connect();
      socket.send({ type: 'connection_init', payload });
      expect((await socket.closed).code).toBe(4403);
    }
  });

  test('with 4403 and what was wrong with what it sent', async () => {
    const reasons: [object | undefined, string][] = [
      [undefined, 'Sign in, or send a valid token'],
      [{ authorization: '' }, 'Sign in, or send a valid token'],
      [{ Authorization: casey }, 'The authorization is not of the form "Bearer <token>"'],
      [{ authorization: ['Bearer', casey] }, 'The authorization is not of the form "Bearer <token>"'],
      [{ headers: { Authorization: 'Bearer x' } }, 'The token is not a JWT'],
      [{ authToken: 'x' }, 'The token is not a JWT'],
    ];
    for (const [payload, reason] of reasons) {
      const socket = await connect();
      socket.send({ type: 'connection_init', payload });
      expect(await socket.closed).toEqual({ code: 4403, reason });
    }
  });

  test('with 4406 when it speaks another protocol', async () => {
    const socket = await connect({ protocols: [] });
    expect((await socket.closed).code).toBe(4406);
    await expect(connect({ protocols: ['graphql-ws'] })).rejects.toThrow();
  });

  test('with 4408 when it never introduces itself, which the metrics count', async () => {
    const socket = await connect();
    expect((await socket.closed).code).toBe(4408);
    expect(await metricsOf(server.url)).toContain('carillon_socket_closes_total{code="4408"} 1');
  });

  test('with 4409 when an id is used twice', async () => {
    const socket = await Socket.open(server.url, casey);
    socket.send(SUBSCRIBE);
    socket.send(SUBSCRIBE);
    expect((await socket.closed).code).toBe(4409);
  });

  test('with 4429 when it introduces itself twice', async () => {
    const socket = await Socket.open(server.url, casey);
    socket.init(casey);
    expect((await socket.closed).code).toBe(4429);
  });

  test('with 1009 at a message that is too large, and the server goes on', async () => {
    const socket = await Socket.open(server.url, casey);
    socket.send({ ...SUBSCRIBE, payload: { query: 'x'.repeat(200_000) } });
    expect((await socket.closed).code).toBe(1009);
    expect(await countsOf(server, casey)).toMatchObject({ unread: 0 });
  });

  test('with 1012 when the server restarts', async () => {
    const another = await startServer();
    const { socket } = await follow(another, casey);
    const closed = socket.closed;
    await another.app.close();
    expect(await closed).toMatchObject({ code: 1012 });
    await another.close();
  });

  test('with 1013 when its owner has too many', async () => {
    const narrow = await startServer({ SOCKETS_PER_USER: '2' });
    try {
      const sockets = [await Socket.open(narrow.url, casey), await Socket.open(narrow.url, casey)];
      const third = await Socket.connect(narrow.url);
      third.init(casey);
      expect((await third.closed).code).toBe(1013);
      await Socket.open(narrow.url, candidate('robin'));
      expect(sockets.map(({ isOpen }) => isOpen)).toEqual([true, true]);
    } finally {
      await narrow.close();
    }
  });
});
