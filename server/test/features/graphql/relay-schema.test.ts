import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, isObjectType, type GraphQLInterfaceType, type GraphQLObjectType } from 'graphql';
import { inRepository } from '../../../local/repository.ts';

// What Relay's two specifications ask of a schema, of every type and field: https://relay.dev/graphql/connections.htm and
// https://relay.dev/graphql/objectidentification.htm. How pages and ids behave is told by each list's own tests.
const schema = buildSchema(readFileSync(inRepository('schema.graphql'), 'utf8'));
const objects = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);
const fieldsOf = (type: GraphQLObjectType | GraphQLInterfaceType) =>
  new Map(Object.values(type.getFields()).map(({ name, type: of }) => [name, String(of)]));
const connections = objects.filter(({ name }) => name.endsWith('Connection'));
const edges = objects.filter(({ name }) => name.endsWith('Edge'));

test('a connection has edges and a page info, an edge a node and a cursor', () => {
  expect(connections.length).toBeGreaterThan(9);
  for (const connection of connections) {
    const item = connection.name.slice(0, -'Connection'.length);
    const fields = fieldsOf(connection);
    expect([item, fields.get('edges'), fields.get('pageInfo')]).toEqual([
      item,
      `[${item}Edge!]!`,
      'PageInfo!',
    ]);
  }
  expect(edges.map(({ name }) => name.replace(/Edge$/, 'Connection'))).toEqual(
    connections.map(({ name }) => name),
  );
  for (const edge of edges)
    expect(Object.fromEntries(fieldsOf(edge))).toEqual({
      node: `${edge.name.slice(0, -'Edge'.length)}!`,
      cursor: 'String!',
    });
});

test('whatever gives a connection is paged forward, or both ways', () => {
  const paged = objects.flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ type: of }) => /Connection!?$/.test(String(of)))
      .map(({ name, args }) => ({ name, args: new Map(args.map((arg) => [arg.name, String(arg.type)])) })),
  );
  expect(paged.length).toBeGreaterThanOrEqual(connections.length);
  for (const { name, args } of paged) {
    expect([name, args.get('first'), args.get('after')]).toEqual([name, 'Int', 'String']);
    expect([name, args.has('last')]).toEqual([name, args.has('before')]);
    if (args.has('last')) expect([args.get('last'), args.get('before')]).toEqual(['Int', 'String']);
  }
});

test('a page info says where it stands', () => {
  expect(Object.fromEntries(fieldsOf(schema.getType('PageInfo') as GraphQLObjectType))).toEqual({
    ...{ hasNextPage: 'Boolean!', hasPreviousPage: 'Boolean!', startCursor: 'String', endCursor: 'String' },
  });
});

test('a node has an id and nothing else, and is found by it alone', () => {
  const node = schema.getType('Node') as GraphQLInterfaceType;
  expect([...fieldsOf(node)]).toEqual([['id', 'ID!']]);
  const root = schema.getQueryType()!.getFields()['node']!;
  expect([String(root.type), root.args.map(({ name, type }) => `${name}: ${String(type)}`)]).toEqual([
    'Node',
    ['id: ID!'],
  ]);
  expect(schema.getPossibleTypes(node).map(({ name }) => name)).toEqual([
    ...['Application', 'Inbox', 'Notification', 'Preferences'],
  ]);
});

test('what is no node of its own has no id that a cache would take for one, but for what docs/clients.md names', () => {
  const others = objects.filter(
    (type) => fieldsOf(type).has('id') && !type.getInterfaces().some(({ name }) => name === 'Node'),
  );
  const docs = readFileSync(inRepository('docs/clients.md'), 'utf8');
  const named = /^- \*\*Things with an id that are no nodes\*\*.*$/m.exec(docs)![0];
  expect(others.map(({ name }) => `\`${name}\``).filter((name) => !named.includes(name))).toEqual([]);
  for (const type of others) expect([type.name, fieldsOf(type).get('id')]).toEqual([type.name, 'ID!']);
});
