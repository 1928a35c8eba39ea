import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fromClient(value: unknown): object {
  if (isObject(value)) return value;
  throw new GraphQLError('JSONObject must be a JSON object, such as { "amount": 12.5 }');
}

/** Any JSON object. What is stored of it has limits of its own: see `checkJsonObject`. */
export const JsonObject = new GraphQLScalarType<object, object>({
  name: 'JSONObject',
  description: 'Any JSON object.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value as object,
  parseValue: fromClient,
  parseLiteral: (node, variables) =>
    fromClient(node.kind === Kind.OBJECT ? valueFromASTUntyped(node, variables) : undefined),
});
