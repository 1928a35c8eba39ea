import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { RawConnection } from '../../support/raw-http.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

const PATIENCE = { headersMs: 400, strangerMs: 400, requestMs: 8_000, lookEveryMs: 50 };
const TRICKLE_MS = 50;
const authorization = `Authorization: Bearer ${candidate('casey')}`;
const forged = `Authorization: Bearer ${candidate('casey').slice(0, -5)}AAAAA`;
const POST = ['POST /graphql HTTP/1.1', 'Host: c.example', 'Content-Type: application/json'];
const UPGRADE = [
  'GET /graphql HTTP/1.1',
  'Host: c.example',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];
const BODY = JSON.stringify({ query: '{ viewer { id } }' });

let server: TestServer;
const open: RawConnection[] = [];

beforeAll(async () => {
  server = await startServer({}, undefined, undefined, PATIENCE);
});

afterEach(() => open.splice(0).forEach((connection) => connection.close()));
afterAll(() => server.close());

async function connect(): Promise<RawConnection> {
  const connection = await RawConnection.open(server.url);
  open.push(connection);
  return connection;
}

/** Sends a little again and again, until the connection ends. */
function trickle(connection: RawConnection, piece: () => string): void {
  const timer = setInterval(() => {
    if (connection.isOver) clearInterval(timer);
    else connection.socket.write(piece());
  }, TRICKLE_MS);
}

/** How long it lasted, in ms. */
async function lifeOf(connection: RawConnection): Promise<number> {
  const begun = performance.now();
  await connection.ended();
  return performance.now() - begun;
}

const TIMED_OUT = { status: 408, headers: { connection: 'close' } };

describe('a stranger is cut', () => {
  test.each<[string, string[], (() => string) | undefined]>([
    ['who says nothing', [''], undefined],
    ['whose headers stall', ['GET / HTTP/1.1', 'Host: c.exam'], undefined],
    ['whose headers trickle', ['GET / HTTP/1.1', 'Host: c.example', ''], () => 'X-A: b\r\n'],
    ['whose upgrade trickles', [...UPGRADE, ''], () => 'X-A: b\r\n'],
    ['whose body stalls', [...POST, 'Content-Length: 500', '', '{'], undefined],
    ['whose body never begins', [...POST, 'Content-Length: 500', '', ''], undefined],
    ['whose body trickles', [...POST, 'Content-Length: 5000', '', '{'], () => ' '],
    ['whose chunks trickle', [...POST, 'Transfer-Encoding: chunked', '', '1\r\n{\r\n'], () => '1\r\n \r\n'],
    ['whose chunks stall', [...POST, 'Transfer-Encoding: chunked', '', '5\r\n{'], undefined],
    ['who expects what nobody knows', [...POST, 'Expect: 200-ok', 'Content-Length: 500', '', '{'], undefined],
    ['whose trailers trickle', [...POST, 'Transfer-Encoding: chunked', '', '0\r\nX'], () => 'a'],
    ['whose extension trickles', [...POST, 'Transfer-Encoding: chunked', '', '1;a='], () => 'b'],
    [
      'who offers h2c',
      [...POST, 'Connection: Upgrade', 'Upgrade: h2c', 'Content-Length: 500', '', '{'],
      undefined,
    ],
    ['who speaks HTTP/1.0', ['POST /graphql HTTP/1.0', POST[2]!, 'Content-Length: 500', '', '{'], () => ' '],
    ['with a forged token', [...POST, forged, 'Content-Length: 5000', '', '{'], () => ' '],
    [
      'whose second request trickles',
      [
        'GET /healthz HTTP/1.1',
        'Host: c.example',
        '',
        [...POST, 'Content-Length: 5000', '', '{'].join('\r\n'),
      ],
      () => ' ',
    ],
  ])('%s', async (_how, lines, piece) => {
    const connection = (await connect()).send(...lines);
    if (piece) trickle(connection, piece);
    const life = await lifeOf(connection);
    expect(life).toBeLessThan(PATIENCE.requestMs);
    let answer = await connection.response();
    if (answer.status === 200) answer = await connection.response();
    expect(answer).toMatchObject(TIMED_OUT);
    expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  test.each([
    ['nothing takes it', ['POST /nowhere HTTP/1.1', 'Host: c.example', 'Content-Type: application/json']],
    ['its kind is not said', ['POST /nowhere HTTP/1.1', 'Host: c.example']],
    ['a page takes none', ['GET / HTTP/1.1', 'Host: c.example']],
    ['a question by GET takes none', ['GET /healthz HTTP/1.1', 'Host: c.example']],
    ['only the head is asked for', ['HEAD /readyz HTTP/1.1', 'Host: c.example']],
    ['the method is none of ours', ['DELETE /graphql HTTP/1.1', 'Host: c.example']],
    ['it is refused at once', ['POST /graphql HTTP/1.1', 'Host: c.example', 'Content-Type: text/plain']],
    ['it is compressed', [...POST, 'Content-Encoding: gzip']],
    ['it is too large', [...POST, 'Content-Length: 99999999']],
  ])('also after the answer, when %s but the body goes on coming', async (_why, lines) => {
    const length = lines.some((line) => line.startsWith('Content-Length')) ? [] : ['Content-Length: 5000'];
    const connection = (await connect()).send(...lines, ...length, '', '{');
    trickle(connection, () => ' ');
    expect(await lifeOf(connection)).toBeLessThan(PATIENCE.requestMs);
  });
});

describe('a caller with a token', () => {
  test('has more time', async () => {
    const connection = (await connect()).send(...POST, authorization, 'Content-Length: 5000', '', BODY);
    let sent = BODY.length;
    trickle(connection, () => (sent++ < 5_000 ? ' ' : ''));
    await new Promise((resolve) => setTimeout(resolve, PATIENCE.strangerMs * 2.5));
    expect(connection.isOver).toBe(false);
    connection.send(' '.repeat(5_000 - sent));
    sent = 5_000;
    expect(await connection.response()).toMatchObject({ status: 200 });
  });

  test('has not all the time', async () => {
    const connection = (await connect()).send(...POST, authorization, 'Content-Length: 5000', '', '{');
    trickle(connection, () => ' ');
    await connection.ended();
    expect(await connection.response()).toMatchObject(TIMED_OUT);
  });
});

test('who was cut leaves nothing behind, and others are served', async () => {
  const slow = await Promise.all(Array.from({ length: 20 }, () => connect()));
  slow.forEach((connection) => connection.send(...POST, 'Content-Length: 500', '', '{'));
  expect(await server.ask('{ viewer { id } }', {}, candidate('casey'))).toMatchObject({ status: 200 });
  await until(() => slow.every(({ isOver }) => isOver));
  expect(await server.ask('{ viewer { id } }', {}, candidate('casey'))).toMatchObject({ status: 200 });
});
