import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startServer, type TestServer } from '../../support/server.ts';
import { closeSockets, subscribe } from '../../support/socket.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterEach(closeSockets);
afterAll(() => server.close());

/** The error's code over HTTP and over a socket; undefined when the document ran. */
async function codesOf(query: string, at = server): Promise<(string | undefined)[]> {
  const overHttp = await at.ask(query, {}, candidate('casey'));
  const stream = await subscribe(at.url, candidate('casey'), query);
  await until(() => stream.isComplete || stream.errors.length > 0);
  return [overHttp.code, stream.errors[0]?.extensions.code];
}

const both = (code: string | undefined) => [code, code];
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
const nested = (depth: number) => `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`;

describe('a document is too complex on both transports', () => {
  test.each<[string, string]>([
    ['with 31 aliases', `{ ${times(31, (i) => `a${i}: __typename`)} }`],
    [
      'with 31 aliases in a fragment',
      `{ ...F } fragment F on Query { ${times(31, (i) => `a${i}: __typename`)} }`,
    ],
    ['with 13 levels', nested(13)],
    ['with 13 levels over fragments', `{ a { ...F } } fragment F on Query ${nested(12)}`],
    ['with 13 levels over inline fragments', `{ a { ... on Query ${nested(12)} } }`],
    ['with 600 levels', nested(600)],
    ['with over 2,000 tokens', `{ ${'a '.repeat(2_000)}}`],
    ['with over 20,000 characters', `{ viewer { id } } #${'x'.repeat(20_000)}`],
    ['with 31 directives', `{ __typename ${'@include(if: true) '.repeat(31)}}`],
    ['with 601 fields', `{ inbox { ${'id '.repeat(600)} } }`],
    [
      'with fragments that double 30 times',
      `{ ...F0 } ${times(30, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F30 on Query { __typename }`,
    ],
  ])('%s', async (_what, query) => {
    expect(await codesOf(query)).toEqual(both('QUERY_TOO_COMPLEX'));
  });

  test('and says which limit it has passed', async () => {
    const { errors } = await server.ask(nested(13), {}, candidate('casey'));
    expect(errors![0]).toMatchObject({
      message: 'The query is deeper than 12 levels',
      extensions: { limit: { depth: 12 } },
    });
  });
});

describe('a document is not valid on both transports', () => {
  test.each<[string, string, string]>([
    ['when it cannot be read', '{ viewer ', 'GRAPHQL_PARSE_FAILED'],
    ['when it is empty', ' ', 'GRAPHQL_PARSE_FAILED'],
    ['when it asks for what is not there', '{ passwords }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'when its fragment spreads itself',
      '{ ...F } fragment F on Query { ...F }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'when its fragments go in a circle',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { viewer { id } ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['when it is only about a type', 'type Query { a: Int }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s', async (_when, query, code) => {
    expect(await codesOf(query)).toEqual(both(code));
  });

  test('when a variable is missing or of the wrong type: bad input', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { id } }';
    for (const variables of [{}, { id: null }, { id: {} }]) {
      const { code, errors } = await server.ask(query, variables, candidate('casey'));
      expect(code).toBe('BAD_USER_INPUT');
      expect(errors![0]!.message).toContain('$id');
      const stream = await subscribe(server.url, candidate('casey'), query, variables);
      await until(() => stream.errors.length > 0);
      expect(stream.errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});

test('just within the limits it runs', async () => {
  expect(await codesOf(`{ ${times(30, (i) => `a${i}: __typename`)} }`)).toEqual(both(undefined));
  expect(await codesOf(`{ __typename ${times(30, () => '@include(if: true)')} }`)).not.toContain(
    'QUERY_TOO_COMPLEX',
  );
  expect(await codesOf(`{ viewer { id } } #${'x'.repeat(19_000)}`)).toEqual(both(undefined));
});

describe('introspection', () => {
  const USES = [
    '{ __schema { types { name } } }',
    '{ __type(name: "User") { name } }',
    '{ ...F } fragment F on Query { __schema { queryType { name } } }',
  ];

  test('answers where it is on, as deep as tools ask', async () => {
    const deep = `{ __schema { types { fields { type { ${'ofType { '.repeat(9)} name ${'} '.repeat(9)} } } } } }`;
    for (const query of [...USES, deep]) expect(await codesOf(query)).toEqual(both(undefined));
  });

  test('is refused on both transports where it is off, and __typename still answers', async () => {
    const closed = await startServer({ INTROSPECTION: 'false' });
    try {
      for (const query of USES)
        expect(await codesOf(query, closed)).toEqual(both('GRAPHQL_VALIDATION_FAILED'));
      expect(await codesOf('{ viewer { __typename } }', closed)).toEqual(both(undefined));
    } finally {
      await closed.close();
    }
  });
});
