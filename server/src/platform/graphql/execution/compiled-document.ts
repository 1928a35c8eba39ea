import {
  Kind,
  OperationTypeNode,
  visit,
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { fieldTypesIfAlike } from './compilable.ts';

/** Each directive whose condition is a variable may double them; what else is asked for is interpreted. */
const MAX_FORMS = 4;

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
    const typeAt = fieldTypesIfAlike(schema, document, operation);
    return typeAt && new CompiledDocument(schema, document, operation, typeAt);
  }

  /** @returns undefined when this run has to be interpreted */
  formFor(variables: Variables): CompiledQuery | undefined {
    const chosen = new Map<string, boolean>();
    let key = '';
    for (const { variable, defaultValue } of this.conditions) {
      const name = variable.name.value;
      const fallback = defaultValue?.kind === Kind.BOOLEAN ? defaultValue.value : undefined;
      const value = Object.hasOwn(variables, name) ? variables[name] : fallback;
      // Null, or of another type: graphql says so in its own words.
      if (typeof value !== 'boolean') return undefined;
      chosen.set(name, value);
      key += value ? '1' : '0';
    }
    if (!this.forms.has(key) && this.forms.size < MAX_FORMS) this.forms.set(key, this.compile(chosen));
    return this.forms.get(key);
  }

  private compile(chosen: ReadonlyMap<string, boolean>): CompiledQuery | undefined {
    const compiled = compileQuery(this.schema, withoutDirectives(this.document, chosen));
    return isCompiledQuery(compiled) ? compiled : undefined;
  }
}

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

function withoutDirectives(document: DocumentNode, chosen: ReadonlyMap<string, boolean>): DocumentNode {
  const isLeftOut = (directive: DirectiveNode) => {
    const value = directive.arguments?.[0]?.value;
    const condition =
      value?.kind === Kind.VARIABLE
        ? chosen.get(value.name.value)
        : value?.kind === Kind.BOOLEAN && value.value;
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
