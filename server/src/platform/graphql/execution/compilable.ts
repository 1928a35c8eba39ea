import {
  BREAK,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isNonNullType,
  Kind,
  TypeInfo,
  typeFromAST,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** Fields of an interface or union: within each of its types everything below is written out once more. */
const MAX_ABSTRACT = 3;

/** Where an error is, for the types by place. */
export const placeInText = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;

/**
 * Whether compiled code will answer as graphql does, as far as that is known.
 * @returns the type of each field by its place; undefined when it will not
 */
export function fieldTypesIfAlike(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Map<string, GraphQLOutputType> | undefined {
  const nullable = new Set(
    variableDefinitions
      .filter(({ type }) => type.kind !== Kind.NON_NULL_TYPE)
      .map(({ variable }) => variable.name.value),
  );
  const types = new TypeInfo(schema);
  const typeAt = new Map<string, GraphQLOutputType>();
  let isAlike = true;
  let abstract = 0;
  const differs = () => {
    isAlike = false;
    return BREAK;
  };
  const visitor = visitWithTypeInfo(types, {
    Field: (node) => {
      if (node.loc) typeAt.set(placeInText(node.loc.startToken), types.getType()!);
      if (isAbstractType(getNamedType(types.getType())) && ++abstract > MAX_ABSTRACT) return differs();
      // Resolvers are told of their field by the names on the way joined by underscores; and `__proto__` is lost.
      const isNamed = node.name.value !== '__typename' && (node.alias ?? node.name).value.includes('_');
      return isNamed || node.alias?.value === '__proto__' ? differs() : undefined;
    },
    VariableDefinition: ({ variable, type, defaultValue }) => {
      const inputType = typeFromAST(schema, type) as GraphQLInputType;
      const isPlain = !defaultValue || isJson(valueFromAST(defaultValue, inputType));
      const isKnown = isPlain && isReadAlike(inputType);
      return !isKnown || variable.name.value === '__proto__' ? differs() : undefined;
    },
    Argument: ({ value }) => {
      if (types.getDirective()) return false;
      const type = types.getInputType()!;
      // Where a null is refused that the variable allows, it would seem to be a fault of ours.
      if (value.kind === Kind.VARIABLE)
        return isNonNullType(type) && nullable.has(value.name.value) ? differs() : undefined;
      return isJson(valueFromAST(value, type)) ? undefined : differs();
    },
    // Inside of a list or an object one that is missing would be a null instead.
    Variable: (_node, _key, parent) =>
      parent &&
      'kind' in parent &&
      (parent.kind === Kind.ARGUMENT || parent.kind === Kind.VARIABLE_DEFINITION)
        ? undefined
        : differs(),
  });
  visit(document, visitor);
  return isAlike ? typeAt : undefined;
}

/** Compiled code holds values as JSON in its text. */
function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null)
    return ['string', 'boolean', 'object'].includes(typeof value);
  if (Array.isArray(value)) return value.every(isJson);
  const isPlain = [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);
  return isPlain && Object.values(value).every(isJson);
}

function isReadAlike(type: GraphQLInputType, outer: readonly unknown[] = []): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return true;
  // Of `@oneOf` compiled code knows nothing, and for a type that is in itself it never comes to an end.
  if (named.isOneOf || outer.includes(named)) return false;
  return Object.values(named.getFields()).every(
    ({ type: inner, defaultValue }) =>
      (defaultValue === undefined || isJson(defaultValue)) && isReadAlike(inner, [...outer, named]),
  );
}
