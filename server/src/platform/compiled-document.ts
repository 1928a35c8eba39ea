import {
  BREAK,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isNonNullType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  typeFromAST,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

/** Each directive whose condition is a variable may double them; what else is asked for is interpreted. */
const MOST_FORMS = 4;
/** Fields of an interface or union: within each of its types everything below is written out once more. */
const MOST_ABSTRACT = 3;

export type Variables = Readonly<Record<string, unknown>>;

/**
 * The code that was made for a document: one form for each way in which its `@skip` and `@include` turn out, made when
 * it is first asked for. graphql-jit never meets a directive, since it keeps one condition for a field wherever its
 * fragment is spread, and takes of two spreads of a fragment the first alone.
 */
export class CompiledDocument {
  private readonly forms = new Map<string, CompiledQuery | undefined>();
  private readonly conditions: readonly VariableDefinitionNode[];

  private constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    { variableDefinitions = [] }: OperationDefinitionNode,
    /** The type of each field, by its place in the text: errors say that of what they are about. */
    readonly typeAt: ReadonlyMap<string, GraphQLOutputType>,
  ) {
    const names = conditionsOf(document);
    this.conditions = variableDefinitions.filter(({ variable }) => names.has(variable.name.value));
  }

  /** @returns undefined for what compiled code would not answer as graphql does */
  static of(schema: GraphQLSchema, document: DocumentNode): CompiledDocument | undefined {
    const [operation, another] = document.definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    // What is made of a mutation keeps each run, with its whole request, until V8 collects its old generation.
    if (!operation || another || operation.operation === OperationTypeNode.MUTATION) return undefined;
    const typeAt = typesIfAlike(schema, document, operation);
    return typeAt && new CompiledDocument(schema, document, operation, typeAt);
  }

  /** @returns undefined when this run has to be interpreted */
  formFor(variables: Variables): CompiledQuery | undefined {
    const chosen: Record<string, boolean> = {};
    let key = '';
    for (const { variable, defaultValue } of this.conditions) {
      const name = variable.name.value;
      const fallback = defaultValue?.kind === Kind.BOOLEAN ? defaultValue.value : undefined;
      const value = Object.hasOwn(variables, name) ? variables[name] : fallback;
      // Null, or of another type: graphql says so in its own words.
      if (typeof value !== 'boolean') return undefined;
      chosen[name] = value;
      key += value ? '1' : '0';
    }
    if (!this.forms.has(key) && this.forms.size < MOST_FORMS) this.forms.set(key, this.compile(chosen));
    return this.forms.get(key);
  }

  private compile(chosen: Record<string, boolean>): CompiledQuery | undefined {
    const compiled = compileQuery(this.schema, withoutDirectives(this.document, chosen));
    return isCompiledQuery(compiled) ? compiled : undefined;
  }
}

/** Where an error is, for `typeAt`. */
export const placeInText = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;

const isCondition = ({ name }: DirectiveNode) => name.value === 'skip' || name.value === 'include';

function conditionsOf(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, {
    Directive: (node) => {
      const value = node.arguments?.[0]?.value;
      if (isCondition(node) && value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return names;
}

function withoutDirectives(document: DocumentNode, chosen: Record<string, boolean>): DocumentNode {
  const isLeftOut = (directive: DirectiveNode) => {
    const value = directive.arguments?.[0]?.value;
    const condition =
      value?.kind === Kind.VARIABLE ? chosen[value.name.value] : value?.kind === Kind.BOOLEAN && value.value;
    return condition === (directive.name.value === 'skip');
  };
  const enter = (node: ASTNode & { directives?: readonly DirectiveNode[] }) => {
    if (!node.directives?.length) return undefined;
    if (node.directives.filter(isCondition).some(isLeftOut)) return null;
    return { ...node, directives: [] };
  };
  return visit(document, {
    Field: { enter },
    FragmentSpread: { enter },
    InlineFragment: { enter },
  });
}

/**
 * Whether compiled code will answer as graphql does, as far as that is known.
 * @returns the type of each field by its place; undefined when it will not
 */
function typesIfAlike(
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
      if (isAbstractType(getNamedType(types.getType())) && ++abstract > MOST_ABSTRACT) return differs();
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

/** Whether an error at this path takes with it what it is in. */
export function isCarried(type: GraphQLOutputType | undefined, path: readonly (string | number)[]): boolean {
  let inner: unknown = type;
  const depth = path.length - 1 - path.findLastIndex((key) => typeof key === 'string');
  for (let level = 0; level < depth; level++) {
    if (isNonNullType(inner)) inner = inner.ofType;
    inner = (inner as { ofType?: unknown } | undefined)?.ofType;
  }
  return isNonNullType(inner);
}
