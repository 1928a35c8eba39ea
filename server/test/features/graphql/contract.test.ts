import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';
import { inRepository } from '../../../local/repository.ts';
import { bareSchema } from '../../../src/bare-schema.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { shortestUse } from '../../support/graphql/shortest-use.ts';
import { Socket } from '../../support/socket.ts';

const schema = bareSchema();
const ofOurs = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);
const ROOTS = ['Query', 'Mutation', 'Subscription'];

/** Fields, arguments and enum values, by their places: `Query.node(id:)`. */
function* partsOf(
  type: GraphQLNamedType,
): Generator<{ place: string; description: string | null | undefined }> {
  if (!ROOTS.includes(type.name)) yield { place: type.name, description: type.description };
  if (isEnumType(type))
    for (const { name, description } of type.getValues())
      yield { place: `${type.name}.${name}`, description };
  if (isInputObjectType(type))
    for (const { name, description } of Object.values(type.getFields()))
      yield { place: `${type.name}.${name}`, description };
  if (!isObjectType(type) && !isInterfaceType(type)) return;
  for (const { name, description, args } of Object.values(type.getFields())) {
    yield { place: `${type.name}.${name}`, description };
    for (const arg of args)
      yield { place: `${type.name}.${name}(${arg.name}:)`, description: arg.description };
  }
}

test('every type, field, argument and enum value says what it is', () => {
  const parts = ofOurs.flatMap((type) => [...partsOf(type)]);
  expect(parts.length).toBeGreaterThan(100);
  expect(parts.filter(({ description }) => !description?.trim()).map(({ place }) => place)).toEqual([]);
});

test.each(['core', 'channels', 'triage', 'time', 'broadcasts'])(
  'what others build on stays, in its %s: names, arguments, nullability',
  (part) => {
    const file = inRepository(`server/test/features/graphql/${part}.graphql`);
    const core = buildSchema(readFileSync(file, 'utf8'));
    expect(findBreakingChanges(core, schema).map(({ description }) => description)).toEqual([]);
  },
);

test('every mutation can fail alone: its field is nullable', () => {
  const fields = Object.values(schema.getMutationType()!.getFields());
  expect(fields.filter(({ type }) => String(type).endsWith('!')).map(({ name }) => name)).toEqual([]);
});

describe('without a token', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server.close());

  const OPEN = ['signIn', 'refreshSession', 'signOut'];
  const uses = (['query', 'mutation'] as const).flatMap((operation) => {
    const root = operation === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
    const closed = Object.values(root.getFields()).filter(({ name }) => !OPEN.includes(name));
    return closed.map((field) => `${operation} ${shortestUse(field)}`);
  });

  test.each(uses)('refuses %s', async (query) => {
    expect(await server.ask(query)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await server.ask(query, {}, 'not.a.token')).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('opens only what begins and ends a session', async () => {
    for (const name of OPEN) {
      const { errors = [] } = await server.ask(
        `mutation ${shortestUse(schema.getMutationType()!.getFields()[name]!)}`,
      );
      expect(errors.map(({ message }) => message)).not.toContain('Sign in, or send a valid token');
    }
  });

  test('opens no socket, and so no subscription', async () => {
    const socket = await Socket.connect(server.url);
    socket.init();
    expect((await socket.closed).code).toBe(4403);
  });
});
