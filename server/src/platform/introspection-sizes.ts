import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isAbstractType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** A type as a field names it is wrapped once or twice: `[User!]!`. What is asked for further down is null. */
const WRAPPED = 0.6;

/**
 * How long the lists of introspection are in this schema, on average, by `type.field`. Of one type by its name nothing is
 * known before: it counts as the largest.
 */
export function introspectionSizes(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const fields = types.map((type) => fieldsOf(type));
  const average = (lists: readonly { length: number }[]) =>
    lists.reduce((sum, { length }) => sum + length, 0) / Math.max(lists.length, 1);
  const perType = average(fields);
  const largest = Math.max(...fields.map(({ length }) => length)) / Math.max(perType, 1);
  return new Map([
    [`${schema.getQueryType()!.name}.__type`, largest],
    ['__Schema.types', types.length],
    ['__Schema.directives', directives.length],
    ['__Type.fields', perType],
    ['__Type.inputFields', average(types.map((type) => (isInputObjectType(type) ? entries(type) : [])))],
    ['__Type.enumValues', average(types.map((type) => (isEnumType(type) ? type.getValues() : [])))],
    [
      '__Type.interfaces',
      average(types.map((type) => ('getInterfaces' in type ? type.getInterfaces() : []))),
    ],
    [
      '__Type.possibleTypes',
      average(types.map((type) => (isAbstractType(type) ? schema.getPossibleTypes(type) : []))),
    ],
    ['__Type.ofType', WRAPPED],
    ['__Field.args', average(fields.flat().map(({ args }) => args))],
    ['__Directive.args', average(directives.map(({ args }) => args))],
    ['__Directive.locations', average(directives.map(({ locations }) => locations))],
  ]);
}

const fieldsOf = (type: GraphQLNamedType) =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
const entries = (type: { getFields(): object }) => Object.values(type.getFields()) as unknown[];
