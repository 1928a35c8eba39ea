import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, fetchExchange, type ClientOptions, type OperationResult } from '@urql/core';
import { GraphQLClient } from 'graphql-request';
import { debianProgram } from '../../../local/programs/debian-program.ts';
import { firstThatRuns, runCommand } from '../../../local/run-command.ts';
import { RawConnection, rawRequest } from '../../support/raw-http.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

const authorization = `Bearer ${candidate('casey')}`;
const headers = { authorization };
const WHO = '{ viewer { id } }';
const body = JSON.stringify({ query: WHO });
const CASEY = { viewer: { id: 'casey' } };
const MARK = 'mutation { markAllAsRead { affectedCount } }';
const SUBSCRIPTION = 'subscription { inboxChanges { toSeq } }';
/** Too long for an address. */
const LONG = `query Long { ${'viewer { id } '.repeat(200)} }`;
let server: TestServer;
let endpoint: string;

beforeAll(async () => {
  server = await startServer();
  endpoint = `${server.url}/graphql`;
});

afterAll(() => server.close());

describe('@urql/core at its defaults', () => {
  const client = (more: Partial<ClientOptions> = {}) =>
    new Client({ url: endpoint, exchanges: [fetchExchange], fetchOptions: { headers }, ...more });

  test('reads, shortly and at length, and writes', async () => {
    expect((await client().query(WHO, {}).toPromise()).data).toEqual(CASEY);
    expect((await client().query(LONG, {}).toPromise()).data).toEqual(CASEY);
    expect((await client().mutation(MARK, {}).toPromise()).data).toMatchObject({ markAllAsRead: {} });
  });

  test('reads as a stranger what strangers may', async () => {
    const stranger = client({ fetchOptions: {} });
    expect((await stranger.query('{ __typename }', {}).toPromise()).data).toEqual({ __typename: 'Query' });
  });

  test('subscribes by fetch, as a stream of events', async () => {
    const stream = client({ fetchSubscriptions: true }).subscription(SUBSCRIPTION, {});
    const result = await new Promise<OperationResult>((resolve) => {
      const following = stream.subscribe((first) => {
        resolve(first);
        setImmediate(() => following.unsubscribe());
      });
    });
    expect(result).toMatchObject({ error: undefined, data: { inboxChanges: { toSeq: expect.any(Number) } } });
  });
});

describe('graphql-request at its defaults', () => {
  test.each(['POST', 'GET'] as const)('reads by %s', async (method) => {
    const client = new GraphQLClient(endpoint, { headers, method });
    expect(await client.request(WHO)).toEqual(CASEY);
    expect(
      await client.request(
        'query ($first: Int) { notifications(first: $first) { pageInfo { hasNextPage } } }',
        { first: 1 },
      ),
    ).toEqual({
      notifications: { pageInfo: { hasNextPage: false } },
    });
  });

  test('writes', async () => {
    expect(await new GraphQLClient(endpoint, { headers }).request(MARK)).toMatchObject({ markAllAsRead: {} });
  });
});

describe('Apollo Client at its defaults', () => {
  test.each([false, true])('reads and writes (queries by GET: %s)', async (useGETForQueries) => {
    const link = new HttpLink({ uri: endpoint, headers, useGETForQueries });
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    expect((await client.query({ query: gql(WHO) })).data).toMatchObject(CASEY);
    expect((await client.mutate({ mutation: gql(MARK) })).data).toMatchObject({ markAllAsRead: {} });
  });
});

describe('who offers HTTP/2 over a connection without TLS is answered in HTTP/1.1', () => {
  // As they were written by Java 17's HttpClient and by curl 7.88, byte by byte.
  const java = [
    'Connection: Upgrade, HTTP2-Settings',
    `Content-Length: ${body.length}`,
    'Host: 127.0.0.1:4999',
    'HTTP2-Settings: AAEAAEAAAAIAAAAAAAMAAAAAAAQBAAAAAAUAAEAAAAYABgAA',
    'Upgrade: h2c',
    'User-Agent: Java-http-client/17.0.15',
    `Authorization: ${authorization}`,
    'Content-Type: application/json',
  ];
  const curl = [
    'Host: 127.0.0.1:4999',
    'User-Agent: curl/7.88.1',
    'Accept: */*',
    'Connection: Upgrade, HTTP2-Settings',
    'Upgrade: h2c',
    'HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA',
    'content-type: application/json',
    `authorization: ${authorization}`,
    `Content-Length: ${body.length}`,
  ];
  const noBody = (lines: string[]) =>
    lines.filter((line) => !/^content-(length|type)/i.test(line)).concat('Content-Length: 0');

  test.each([
    ['Java', java],
    ['curl', curl],
  ])('as %s writes it, twice over one connection', async (_who, lines) => {
    const connection = await RawConnection.open(server.url);
    for (let round = 0; round < 2; round++) {
      // Java sends the body by itself.
      connection.send('POST /graphql HTTP/1.1', ...lines, '', '');
      await new Promise(setImmediate);
      const answer = await connection.send(body).response();
      expect(answer).toMatchObject({ status: 200, body: JSON.stringify({ data: CASEY }) });
    }
    expect(await connection.send('GET /healthz HTTP/1.1', ...noBody(lines), '', '').response()).toMatchObject(
      {
        status: 200,
        body: '{"status":"ok"}',
      },
    );
    connection.close();
  });

  test.each(['h2c', 'TLS/1.0', 'HTTP/2.0', 'foo, bar', 'websocket/2'])(
    'whatever it is: %s',
    async (protocol) => {
      const connection = await RawConnection.open(server.url);
      const lines = [
        'GET /healthz HTTP/1.1',
        'Host: x',
        'Connection: upgrade',
        `Upgrade: ${protocol}`,
        '',
        '',
      ];
      expect(await connection.send(...lines).response()).toMatchObject({ status: 200 });
      connection.close();
    },
  );

  test('curl itself', async () => {
    const { command, env } = await debianProgram('curl');
    const own = ['-H', 'content-type: application/json', '-H', `authorization: ${authorization}`];
    const ask = (...args: string[]) => runCommand(command, ['-sS', '--http2', ...args], { env });
    expect(JSON.parse(await ask(...own, '-d', body, endpoint))).toEqual({ data: CASEY });
    expect(JSON.parse(await ask(`${server.url}/healthz`))).toEqual({ status: 'ok' });
    expect(await ask(server.url)).toContain('id="root"');
  });

  test('Java itself, where there is one; its bytes are sent above', async () => {
    if (!(await firstThatRuns(['java']))) return;
    const file = path.join(tmpdir(), `Ask${process.pid}.java`);
    await writeFile(file, ASK_JAVA);
    const said = await runCommand('java', [file, endpoint, authorization, body]);
    expect(
      said
        .split('\n')
        .filter(Boolean)
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([{ data: CASEY }, { data: CASEY }]);
  });
});

const ASK_JAVA = `
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.*;
public class Ask {
  public static void main(String[] args) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest post = HttpRequest.newBuilder(URI.create(args[0])).header("Content-Type", "application/json")
      .header("Authorization", args[1]).POST(HttpRequest.BodyPublishers.ofString(args[2])).build();
    System.out.println(client.send(post, HttpResponse.BodyHandlers.ofString()).body());
    String search = "?query=" + URLEncoder.encode("{ viewer { id } }", "UTF-8");
    HttpRequest get = HttpRequest.newBuilder(URI.create(args[0] + search)).header("Authorization", args[1]).build();
    System.out.println(client.send(get, HttpResponse.BodyHandlers.ofString()).body());
  }
}
`;

describe('a body', () => {
  const ask = (path: string, ...headers: string[]) =>
    rawRequest(
      server.url,
      `POST ${path} HTTP/1.1`,
      'Host: x',
      'Content-Type: application/json',
      `authorization: ${authorization}`,
      `Content-Length: ${body.length}`,
      ...headers,
      '',
      body,
    );

  test.each(['gzip', 'br', 'deflate, gzip', 'GZIP', 'zstd', 'nonsense'])(
    'that says it is compressed is refused as such: %s',
    async (encoding) => {
      for (const path of ['/graphql', '/graphql/', '/unsubscribe/x']) {
        const answer = await ask(path, `Content-Encoding: ${encoding}`);
        expect(answer).toMatchObject({ status: 415, headers: { 'accept-encoding': 'identity' } });
        expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
      }
    },
  );

  test.each([['Content-Encoding: identity'], ['Content-Encoding:'], ['Expect: 200-ok'], ['Expect: x=y']])(
    'is read all the same with %j',
    async (header) => {
      expect(await ask('/graphql', header)).toMatchObject({ status: 200 });
    },
  );

  test('that is not there cannot be compressed', async () => {
    const lines = ['GET /healthz HTTP/1.1', 'Host: x', 'Content-Encoding: gzip', '', ''];
    expect(await rawRequest(server.url, ...lines)).toMatchObject({ status: 200 });
  });
});
