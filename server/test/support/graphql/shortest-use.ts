import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isLeafType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';

/** The shortest valid use of a root field: the required arguments with some value, and as little as can be selected. */
export function shortestUse({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const given = args.filter(isRequiredArgument).map((arg) => `${arg.name}: ${literal(arg.type)}`);
  const selection = isLeafType(getNamedType(type)) ? '' : ' { __typename }';
  return `{ ${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${selection} }`;
}

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  const named = type;
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (isInputObjectType(named)) {
    const all = Object.values(named.getFields());
    const fields = named.isOneOf ? all.slice(0, 1) : all.filter(isRequiredInputField);
    return `{ ${fields.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  }
  return (
    new Map([
      ['Int', '1'],
      ['Boolean', 'true'],
      ['DateTime', '"2026-01-01T00:00:00Z"'],
    ]).get(named.name) ?? '"x"'
  );
}
