import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TextEncoder } from 'node:util';
import { ApolloClient, HttpLink } from '@apollo/client';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ViewerDocument } from '../generated/inbox.ts';
import { byDocumentId } from './by-document-id.ts';
import { createCache } from './cache.ts';

const manifest = JSON.parse(readFileSync('client/src/generated/trusted-documents.json', 'utf8')) as Record<
  string,
  string
>;
type Body = { documentId?: string; query?: string; operationName?: string };
let bodies: Body[];
let statuses: number[];

const send: typeof fetch = async (_input, init) => {
  bodies.push(JSON.parse(init!.body as string) as Body);
  const status = statuses.shift() ?? 200;
  const data = { viewer: { __typename: 'User', id: 'casey', name: 'Casey', role: 'CANDIDATE' } };
  const text = JSON.stringify(status === 200 ? { data } : { errors: [{ message: 'x' }] });
  return {
    status,
    headers: new Map([['content-type', 'application/json']]),
    text: async () => text,
  } as never;
};

const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
beforeEach(() => {
  [bodies, statuses] = [[], []];
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
  globalThis.TextEncoder ??= TextEncoder as typeof globalThis.TextEncoder;
});
afterEach(() => {
  Object.defineProperty(globalThis, 'crypto', own ?? { value: undefined, configurable: true });
});

const client = () =>
  new ApolloClient({
    cache: createCache(),
    link: new HttpLink({ uri: '/graphql', fetch: byDocumentId(send) }),
  });
const ask = (apollo: ApolloClient) => apollo.query({ query: ViewerDocument, fetchPolicy: 'network-only' });

test('asks by an id that the manifest has', async () => {
  await ask(client());
  expect(bodies).toEqual([expect.objectContaining({ operationName: 'Viewer' })]);
  expect(bodies[0]!.query).toBeUndefined();
  expect(manifest[bodies[0]!.documentId!]).toContain('query Viewer');
});

test.each([400, 404])(
  'sends the text where the id is answered with %d, and texts alone from then on',
  async (status) => {
    statuses = [status];
    const apollo = client();
    await ask(apollo);
    await ask(apollo);
    expect(bodies.map(({ query }) => query?.slice(0, 5))).toEqual([undefined, 'query', 'query']);
  },
);

test('sends the text where nothing can be hashed', async () => {
  Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
  await ask(client());
  expect(bodies[0]!.query).toContain('query Viewer');
});
