// A small schema in which everything happens that can happen: abstract types, lists, refusals at once and later, nulls
// that take with them what they are in, values of every kind.
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLError,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  Kind,
  type GraphQLFieldConfig,
  type GraphQLOutputType,
} from 'graphql';
import { PublicError } from '../../../src/platform/errors.ts';

/** Whose fields all follow from its number. */
export interface Thing {
  n: number;
  title: string;
}

const THINGS = 12;
export const thing = (n: number): Thing => ({ n: ((n % THINGS) + THINGS) % THINGS, title: `Thing ${n}` });

type Field = GraphQLFieldConfig<Thing, unknown>;
const must = <T extends GraphQLOutputType>(type: T) => new GraphQLNonNull(type);
const field = (type: GraphQLOutputType, of: (n: number) => unknown): Field => ({
  type,
  resolve: ({ n }) => of(n),
});
/** The same, but later. */
const later = (type: GraphQLOutputType, of: (n: number) => unknown): Field => ({
  type,
  resolve: async ({ n }) => of(n),
});

const refuse = () => {
  throw new PublicError('CONFLICT', 'decided already', { by: 'somebody' });
};
const fail = () => {
  throw new TypeError('a bug');
};

const Colour = new GraphQLEnumType({ name: 'Colour', values: { RED: { value: 0 }, GREEN: { value: 'g' } } });
const read = (value: unknown): Date => {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) throw new GraphQLError('no moment');
  return new Date(value);
};
const Moment = new GraphQLScalarType<Date, string>({
  name: 'Moment',
  serialize: (value) => (value instanceof Date ? value.toISOString() : `not a Date but ${String(value)}`),
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
});
const Size = new GraphQLInputObjectType({
  name: 'Size',
  fields: { width: { type: new GraphQLNonNull(GraphQLInt) }, height: { type: GraphQLFloat } },
});
const Wish = new GraphQLInputObjectType({
  name: 'Wish',
  fields: {
    colour: { type: Colour },
    size: { type: GraphQLInt, defaultValue: 5 },
    name: { type: new GraphQLNonNull(GraphQLString), defaultValue: 'none' },
    sizes: { type: new GraphQLList(GraphQLInt) },
    other: { type: Size },
  },
});
const Nest: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'Nest',
  fields: () => ({ depth: { type: GraphQLInt }, inner: { type: Nest } }),
});
const Either = new GraphQLInputObjectType({
  name: 'Either',
  isOneOf: true,
  fields: { left: { type: GraphQLInt }, right: { type: GraphQLString } },
});

const common = (): Record<string, Field> => ({
  id: field(must(GraphQLID), (n) => n),
  title: { type: GraphQLString },
  mood: field(GraphQLString, (n) => (n % 4 === 1 ? refuse() : 'fine')),
  moodLater: later(GraphQLString, (n) => (n % 3 === 1 ? fail() : 'fine later')),
  colour: field(Colour, (n) => (n % 2 ? 0 : 'g')),
  peer: field(AnyThing, (n) => (n % 5 === 0 ? null : thing(n + 1))),
  peerLater: later(must(AnyThing), (n) => (n % 7 === 3 ? null : thing(n + 2))),
  peers: field(new GraphQLList(AnyThing), (n) => [thing(n + 1), null]),
});

const AnyThing: GraphQLInterfaceType = new GraphQLInterfaceType({
  name: 'AnyThing',
  fields: () => Object.fromEntries(Object.entries(common()).map(([name, { type }]) => [name, { type }])),
  resolveType: ({ n }: Thing) => (n % 2 ? 'Book' : 'Person'),
});
const Book: GraphQLObjectType = new GraphQLObjectType<Thing>({
  name: 'Book',
  interfaces: [AnyThing],
  fields: () => ({
    ...common(),
    pages: field(must(GraphQLInt), (n) => (n % 6 === 1 ? 'no number' : n * 100)),
    tags: field(must(new GraphQLList(must(GraphQLString))), (n) => (n % 5 === 2 ? ['a', null, 'b'] : ['a'])),
    author: later(must(Person), (n) => thing(n + 1)),
    sequel: field(Book, (n) => (n % 3 ? thing(n + 2) : null)),
    printed: field(Moment, (n) => new Date(n * 1e10)),
  }),
});
const Person: GraphQLObjectType = new GraphQLObjectType<Thing>({
  name: 'Person',
  interfaces: [AnyThing],
  fields: () => ({
    ...common(),
    books: {
      type: must(new GraphQLList(must(Book))),
      args: {
        first: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 2 },
        wish: { type: Wish },
      },
      resolve: ({ n }, { first }: { first: number }) =>
        Array.from({ length: Math.min(first, 2) }, (_, index) => thing(n + 1 + index * 2)),
    },
    friend: later(Person, (n) => thing(n + 2)),
    rivals: field(new GraphQLList(must(Person)), (n) => [thing(n + 4)]),
    best: field(must(Book), (n) => (n % 6 === 4 ? refuse() : thing(n + 1))),
    height: field(GraphQLFloat, (n) => n / 3),
    isTall: field(must(GraphQLBoolean), (n) => (n % 8 === 6 ? null : n > 5)),
  }),
});
const Found = new GraphQLUnionType({
  name: 'Found',
  types: [Book, Person],
  resolveType: ({ n }: Thing) => (n % 2 ? 'Book' : 'Person'),
});

/** Tells what came, and as what it came. */
function shown(value: unknown): string {
  if (value instanceof Date) return `Date ${value.toISOString()}`;
  if (Array.isArray(value)) return `[${value.map(shown).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const fields = Object.entries(value).map(([name, inner]) => `${name}: ${shown(inner)}`);
  return `{${fields.sort().join(' ')}}`;
}

const echo: GraphQLFieldConfig<unknown, unknown> = {
  type: GraphQLString,
  args: {
    int: { type: GraphQLInt, defaultValue: 7 },
    sure: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 8 },
    float: { type: GraphQLFloat },
    text: { type: GraphQLString },
    is: { type: GraphQLBoolean },
    id: { type: GraphQLID },
    colour: { type: Colour, defaultValue: 0 },
    moment: { type: Moment },
    list: { type: new GraphQLList(new GraphQLNonNull(GraphQLInt)) },
    lists: { type: new GraphQLList(new GraphQLList(GraphQLInt)) },
    wish: { type: Wish, defaultValue: { size: 1 } },
    either: { type: Either },
    nest: { type: Nest },
  },
  resolve: (_source, args) => shown(args),
};
const Query = new GraphQLObjectType({
  name: 'Query',
  fields: () => ({
    echo,
    thing: {
      type: AnyThing,
      args: { id: { type: new GraphQLNonNull(GraphQLID) } },
      resolve: (_source, { id }: { id: string }) => (Number.isInteger(Number(id)) ? thing(Number(id)) : null),
    },
    things: { type: new GraphQLList(must(Found)), resolve: async () => [0, 3, 5].map(thing) },
    person: { type: must(Person), resolve: () => thing(4) },
    book: { type: Book, resolve: async () => thing(7) },
  }),
});
const Subscription = new GraphQLObjectType({
  name: 'Subscription',
  fields: () => ({
    happened: { type: AnyThing, args: { after: { type: GraphQLInt } }, resolve: (event) => event as Thing },
    found: { type: must(Found), resolve: (event) => event as Thing },
  }),
});

export const richSchema = new GraphQLSchema({ query: Query, subscription: Subscription });
export const richSamples = {
  ID: ['1', '2', '"3"', '"x"', '12345678901234567890'],
  String: ['"a"', '"ü"', '""'],
  Float: ['1', '2.5', '-0.0', '1e3'],
  Int: ['0', '1', '3', '-2'],
  Moment: ['"2020-01-01T00:00:00Z"', '"nonsense"'],
};
