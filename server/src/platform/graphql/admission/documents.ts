import {
  getIntrospectionQuery,
  getOperationAST,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { pointsOf, type Formula, type Variables } from './cost-formula.ts';
import { PublicError } from '../../errors.ts';
import { QueryCosts } from './query-cost.ts';
import { costLimits, passedLimit, queryLimits, tooComplex, tooCostly } from './query-limits.ts';

/** An operation of an admitted document, as it is asked for. */
export interface Asked {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Variables | null | undefined;
  isAnonymous: boolean;
}

/** The documents that may run: parsed, measured and validated once, whichever transport brings them first. */
export class Documents {
  /** One takes 100 times its text in memory, and up to four times 30 kB when it is compiled. */
  private readonly admitted = new LRUCache<string, DocumentNode>({
    max: 1_000,
    maxSize: 500_000,
    sizeCalculation: (_document, text) => text.length + 1,
  });
  private readonly rules;
  private readonly costs: QueryCosts;
  private readonly formulas = new WeakMap<OperationDefinitionNode, Formula>();
  /** What a tool's question for the whole schema costs. */
  private readonly wholeSchema: number;
  /** Where the schema is nobody's business, "Did you mean …" may not tell of it either. */
  private readonly hideSuggestions: boolean;

  /** @throws when a list of the schema does not say how long it can be */
  constructor(
    private readonly schema: GraphQLSchema,
    { introspection }: { introspection: boolean },
  ) {
    this.rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
    this.hideSuggestions = !introspection;
    this.costs = new QueryCosts(schema);
    const whole = parse(getIntrospectionQuery(EVERYTHING));
    this.wholeSchema = this.costs.formulaOf(whole, getOperationAST(whole)!).introspection;
  }

  /** @throws GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED (all problems, one error each) or QUERY_TOO_COMPLEX */
  admit(text: string): DocumentNode {
    const known = this.admitted.get(text);
    if (known) return known;
    const document = this.parse(text);
    const excess = passedLimit(document);
    if (excess) throw new RefusedDocument([excess]);
    const problems = this.problemsOf(document);
    if (problems.length > 0) throw new RefusedDocument(problems.map((problem) => this.invalid(problem)));
    this.admitted.set(text, document);
    return document;
  }

  /**
   * What an operation costs with its variables; of a document that is known it is a step for each page in it.
   * @throws QUERY_TOO_COMPLEX with the cost and the limit, when that is too much for this caller
   */
  costOf({ document, operationName, variables, isAnonymous }: Asked): number {
    const operation = getOperationAST(document, operationName);
    if (!operation) return 0; // nothing runs
    let formula = this.formulas.get(operation);
    if (!formula) this.formulas.set(operation, (formula = this.costs.formulaOf(document, operation)));
    const limits = isAnonymous ? costLimits.anonymous : costLimits.signedIn;
    const cost = Math.ceil(pointsOf(formula, variables ?? {}));
    if (cost > limits.cost) throw tooCostly('cost', cost, limits.cost);
    const most = Math.ceil(limits.schemas * this.wholeSchema);
    if (formula.introspection > most)
      throw tooCostly('introspection', Math.ceil(formula.introspection), most);
    return cost + formula.introspection;
  }

  /** What runs of it, for `execute` and `subscribe`. */
  argsOf<Context>({ document, operationName, variables }: Omit<Asked, 'isAnonymous'>, contextValue: Context) {
    const { schema, hideSuggestions } = this;
    const args = {
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue,
      hideSuggestions,
    };
    return args satisfies ExecutionArgs;
  }

  private problemsOf(document: DocumentNode): readonly GraphQLError[] {
    const { schema, rules, hideSuggestions } = this;
    try {
      return validate(schema, document, rules, { maxErrors: 10, hideSuggestions });
    } catch (error) {
      // Where a variable decides about a subscription's own field, which the specification forbids, graphql throws.
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  private invalid({ message, nodes }: GraphQLError): GraphQLError {
    // Of a selection that is missing graphql suggests something all the same.
    const words = this.hideSuggestions ? message.replace(/ Did you mean [^?]*\?$/, '') : message;
    return new GraphQLError(words, { nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
  }

  private parse(text: string): DocumentNode {
    if (text.length > queryLimits.length) throw new RefusedDocument([tooComplex('length')]);
    try {
      return parse(text, { maxTokens: queryLimits.tokens });
    } catch (error) {
      const { message } = error as GraphQLError;
      if (message.includes('Parsing aborted')) throw new RefusedDocument([tooComplex('tokens')]);
      throw new RefusedDocument([new PublicError('GRAPHQL_PARSE_FAILED', message)]);
    }
  }
}

const EVERYTHING = {
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
};

/** Why a document may not run: one error for each problem. */
export class RefusedDocument extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors[0]?.message);
  }
}
