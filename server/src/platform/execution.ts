import {
  execute as interpret,
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

export type Executed = ExecutionResult | Promise<ExecutionResult>;

/** A document is compiled when it has run so often: most of what runs once never runs again. */
const RUNS_BEFORE_COMPILING = 3;

interface Prepared {
  runs: number;
  compiled?: CompiledQuery;
}

const prepared = new WeakMap<DocumentNode, Prepared>();

/**
 * As graphql's `execute`, but a query or subscription that keeps coming runs as code that was made for it. What
 * graphql-jit makes of a mutation keeps each run, with its whole request, until V8 collects its old generation.
 */
export function execute(args: ExecutionArgs): Executed {
  const compiled = compiledFor(args);
  if (!compiled) return interpret(args);
  const result = compiled.query(args.rootValue, args.contextValue, args.variableValues);
  if ('then' in result) return result.then(withOwnErrors);
  // Variables that do not fit: nothing has run, and graphql says it in its own words, which clients know.
  return 'data' in result ? withOwnErrors(result) : interpret(args);
}

/** Errors as graphql itself makes them: those of compiled code lack what others count on to be there. */
function withOwnErrors(result: ExecutionResult): ExecutionResult {
  const errors = result.errors?.map(({ message, path, originalError, locations }) =>
    Object.assign(new GraphQLError(message, { path, originalError }), { locations }),
  );
  return errors ? { ...result, errors } : result;
}

function compiledFor({ schema, document }: ExecutionArgs): CompiledQuery | undefined {
  const known = prepared.get(document);
  if (!known) return void prepared.set(document, { runs: 1 });
  if (known.runs > RUNS_BEFORE_COMPILING) return known.compiled;
  if (known.runs++ === RUNS_BEFORE_COMPILING && isWorthCompiling(document)) {
    const compiled = compileQuery(schema, document);
    if (isCompiledQuery(compiled)) known.compiled = compiled;
  }
  return known.compiled;
}

function isWorthCompiling(document: DocumentNode): boolean {
  const only = getOperationAST(document);
  return only != null && only.operation !== OperationTypeNode.MUTATION;
}

/** Then its name need not be said, and says nothing about what runs. */
export const hasOneOperation = ({ definitions }: DocumentNode): boolean =>
  definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1;
