import { expect, test } from '@jest/globals';
import {
  execute as interpret,
  GraphQLError,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  GraphQLNonNull,
  GraphQLList,
  parse,
} from 'graphql';
import { execute } from './execution.ts';
import { PublicError } from '../../errors.ts';

const refuse = () => {
  throw new PublicError('CONFLICT', 'decided already', { by: 'somebody' });
};
const wrong = () => {
  throw new TypeError('a bug');
};
const item = new GraphQLObjectType({
  name: 'Item',
  fields: { must: { type: new GraphQLNonNull(GraphQLString), resolve: () => null } },
});
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      must: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
      unserializable: { type: GraphQLString, resolve: () => ({}) },
      refused: { type: GraphQLString, resolve: refuse },
      refusedLater: { type: GraphQLString, resolve: async () => refuse() },
      wrong: { type: GraphQLString, resolve: wrong },
      items: { type: new GraphQLList(item), resolve: () => [{}, {}] },
      fine: { type: GraphQLString, resolve: () => 'fine' },
    },
  }),
});

test.each(['must', 'unserializable', 'refused', 'refusedLater', 'wrong', 'items { must }'])(
  'what goes wrong in a compiled document is told as in another: %s',
  async (field) => {
    const document = parse(`{ fine ${field} }`);
    const expected = JSON.parse(JSON.stringify(await interpret({ schema, document }))) as object;
    for (let run = 0; run < 6; run++) {
      const result = await execute({ schema, document });
      expect(JSON.parse(JSON.stringify(result))).toEqual(expected);
      for (const error of result.errors!) {
        expect(error).toBeInstanceOf(GraphQLError);
        expect(error.extensions).toBeDefined();
      }
    }
  },
);
