import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { getIntrospectionQuery } from 'graphql';
import { inRepository } from '../../../local/repository.ts';
import { post } from '../../support/client.ts';
import {
  appetites,
  bombs,
  foreignDocuments,
  introspection,
  toolDocuments,
} from '../../support/graphql/introspection-documents.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { closeSockets, subscribe } from '../../support/socket.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

const casey = candidate('casey');
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterEach(closeSockets);
afterAll(() => server.close());

interface Outcome {
  data?: Record<string, unknown>;
  codes: string[] | undefined;
  message?: string;
}

async function overHttp(query: string, token?: string, url = server.url): Promise<Outcome> {
  const { data, errors } = await post(url, query, {}, token);
  return { data, codes: errors?.map(({ extensions }) => extensions.code), message: errors?.[0]?.message };
}

async function overSocket(query: string, url = server.url): Promise<Outcome> {
  const stream = await subscribe<Record<string, unknown>>(url, casey, query);
  await until(() => stream.isComplete || stream.errors.length > 0);
  const [error] = stream.errors;
  return { data: stream.events[0], codes: error && [error.extensions.code], message: error?.message };
}

/** On every way there is; a socket is nobody's only until it has said whose it is. */
const everywhere = (query: string) =>
  Promise.all([overHttp(query), overHttp(query, casey), overSocket(query)]);

const ALL = {
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  experimentalDirectiveDeprecation: true,
  oneOf: true,
};

describe('the schema is told', () => {
  test.each([
    ['getIntrospectionQuery() of the graphql that is installed', getIntrospectionQuery()],
    ['the same with all its options', getIntrospectionQuery(ALL)],
    ['the same, 3 levels deep', getIntrospectionQuery({ ...ALL, typeDepth: 3 })],
    ['the same, 20 levels deep', getIntrospectionQuery({ typeDepth: 20 })],
    ...toolDocuments,
  ])('to %s', async (_tools, query) => {
    const [anonymous, ...signedIn] = await everywhere(query);
    expect(anonymous).toMatchObject({ codes: undefined, data: { __schema: expect.anything() as object } });
    for (const outcome of signedIn) expect(outcome).toEqual(anonymous);
  });

  test('also over and over, and never compiled into something else', async () => {
    const query = introspection({ depth: 7 });
    const first = await overHttp(query);
    for (let time = 0; time < 6; time++) expect(await overHttp(query)).toEqual(first);
  });
});

test('graphql-codegen writes its types by our address', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'carillon-codegen-'));
  const written = path.join(folder, 'types.ts');
  const config = path.join(folder, 'codegen.json');
  try {
    const generates = { [written]: { plugins: ['typescript'] } };
    await writeFile(config, JSON.stringify({ schema: `${server.url}/graphql`, generates }));
    const cli = inRepository('node_modules/.bin/graphql-codegen');
    await promisify(execFile)(cli, ['--config', config], { cwd: inRepository('.') });
    expect(await readFile(written, 'utf8')).toMatch(
      /Narrows a list\. What is not said, or null, does not narrow\./,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);

test.each(foreignDocuments)('what is not known here is refused for that: to %s', async (_tools, query) => {
  for (const { codes, message } of await everywhere(query)) {
    expect(codes).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(message).toMatch('Cannot query field');
  }
});

describe('a bomb is refused', () => {
  test.each(bombs)('of %s', async (_what, query) => {
    for (const { data, codes, message } of await everywhere(query)) {
      expect(data).toBeUndefined();
      // The one of ours, or graphql's own rule about lists in lists.
      if (codes![0] !== 'QUERY_TOO_COMPLEX') expect(message).toBe('Maximum introspection depth exceeded');
    }
  });

  test.each(appetites)('of %s, sent by somebody unknown', async (_what, query) => {
    expect((await overHttp(query)).codes).toEqual(['QUERY_TOO_COMPLEX']);
    expect((await overHttp(query, casey)).codes).toBeUndefined();
    expect((await overSocket(query)).codes).toBeUndefined();
  });

  test('and told what it costs, and what it may cost; somebody unknown gets less', async () => {
    const query = `{ a: __schema { ...F } b: __schema { ...F } c: __schema { ...F } } ${introspection({
      depth: 7,
    })
      .replace(/query[\s\S]*?(?=fragment)/, '')
      .replace('fragment Full', 'fragment F on __Schema { types { ...Full } } fragment Full')}`;
    expect((await overHttp(query, casey)).codes).toBeUndefined();
    const { errors } = await post(server.url, query);
    const { message, extensions } = errors![0]!;
    expect(message).toMatch(/^The introspection costs \d+, and may cost \d+ at most$/);
    const { introspection: most } = extensions.limit as { introspection: number };
    expect(extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX' });
    expect(extensions.cost).toBeGreaterThan(most);
  });
});

describe('where introspection is off', () => {
  let closed: TestServer;

  beforeAll(async () => {
    closed = await startServer({ INTROSPECTION: 'false' });
  });

  afterAll(() => closed.close());

  test.each(toolDocuments)('it is refused to %s', async (_tools, query) => {
    for (const outcome of [await overHttp(query, casey, closed.url), await overSocket(query, closed.url)])
      expect(outcome.codes).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  test.each<[string, string, object?]>([
    ['field', '{ view { id } }'],
    ['field of a type', '{ viewer { nam } }'],
    ['argument', '{ notifications(frist: 1) { edges { node { id } } } }'],
    ['type', '{ viewer { ... on Usr { id } } }'],
    ['type of a variable', 'query ($f: NotificationFilte) { unreadCount(filter: $f) }'],
    ['value of an enum', '{ unreadCount(filter: { state: UNRED }) }'],
    ['field of an input', '{ unreadCount(filter: { stat: READ }) }'],
    ['directive', '{ viewer { id @skp(if: true) } }'],
    ['selection', '{ viewer }'],
    ['selection of a list', '{ notifications { edges } }'],
    [
      'value in a variable',
      'query ($s: NotificationState) { unreadCount(filter: { state: $s }) }',
      { s: 'UNRED' },
    ],
    [
      'field in a variable',
      'query ($f: NotificationFilter) { unreadCount(filter: $f) }',
      { f: { stat: 'READ' } },
    ],
  ])('nothing is hinted at for a %s that is not there', async (_what, query, variables = {}) => {
    for (let time = 0; time < 6; time++) {
      const { errors } = await closed.ask(query, variables, casey);
      expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
      expect(errors).toBeDefined();
    }
    const stream = await subscribe(closed.url, casey, query, variables);
    await until(() => stream.errors.length > 0);
    expect(JSON.stringify(stream.errors)).not.toMatch(/did you mean/i);
  });
});

test('where it is on, a hint is a help', async () => {
  const { errors } = await server.ask('{ viewer { nam } }', {}, casey);
  expect(errors![0]!.message).toMatch('Did you mean "name"');
});
