import {
  execute as interpret,
  GraphQLError,
  isNonNullType,
  Kind,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLOutputType,
} from 'graphql';
import { placeInText } from './compilable.ts';
import { CompiledDocument } from './compiled-document.ts';

export type Executed = ExecutionResult | Promise<ExecutionResult>;

/** A document is compiled when it has run so often: most of what runs once never runs again. */
const RUNS_BEFORE_COMPILING = 3;

interface Prepared {
  runs: number;
  compiled?: CompiledDocument;
}

const prepared = new WeakMap<DocumentNode, Prepared>();

/** As graphql's `execute`, but a query or subscription that keeps coming runs as code that was made for it. */
export function execute(args: ExecutionArgs): Executed {
  const compiled = compiledFor(args);
  const form = compiled?.formFor(args.variableValues ?? {});
  if (!form) return interpret(args);
  const result = form.query(args.rootValue, args.contextValue, args.variableValues);
  if ('then' in result) return result.then((later) => withOwnErrors(later, compiled!));
  // Variables that do not fit: nothing has run, and graphql says it in its own words, which clients know.
  return 'data' in result ? withOwnErrors(result, compiled!) : interpret(args);
}

/**
 * Errors as graphql itself makes them: those of compiled code lack what others count on to be there, and where
 * something became null since several in it could not be, there is one for each of these instead of the first alone.
 */
function withOwnErrors(result: ExecutionResult, { typeAt }: CompiledDocument): ExecutionResult {
  if (!result.errors) return result;
  const nulled = new Set<string>();
  const isFirst = ({ path = [], locations = [] }: GraphQLError) => {
    if (!isCarried(locations[0] && typeAt.get(placeInText(locations[0])), path)) return true;
    const place = nulledBy(result.data, path);
    if (nulled.has(place)) return false;
    nulled.add(place);
    return true;
  };
  const errors = result.errors
    .filter(isFirst)
    .map(({ message, path, originalError, locations }) =>
      Object.assign(new GraphQLError(message, { path, originalError }), { locations }),
    );
  return { ...result, errors };
}

/** Whether an error at this path takes with it what it is in. */
function isCarried(type: GraphQLOutputType | undefined, path: readonly (string | number)[]): boolean {
  let inner: unknown = type;
  const depth = path.length - 1 - path.findLastIndex((key) => typeof key === 'string');
  for (let level = 0; level < depth; level++) {
    if (isNonNullType(inner)) inner = inner.ofType;
    inner = (inner as { ofType?: unknown } | undefined)?.ofType;
  }
  return isNonNullType(inner);
}

/** The way to what is null, from the root. */
function nulledBy(data: unknown, path: readonly (string | number)[]): string {
  let at = data;
  const end = path.findIndex((key) => {
    if (at === null) return true;
    at = Object.getOwnPropertyDescriptor(at, key)?.value;
    return false;
  });
  return path.slice(0, end).join('.');
}

function compiledFor({ schema, document }: ExecutionArgs): CompiledDocument | undefined {
  const known = prepared.get(document);
  if (!known) return void prepared.set(document, { runs: 1 });
  if (known.runs > RUNS_BEFORE_COMPILING) return known.compiled;
  if (known.runs++ === RUNS_BEFORE_COMPILING) known.compiled = CompiledDocument.of(schema, document);
  return known.compiled;
}

/** Then its name need not be said, and says nothing about what runs. */
export const hasOneOperation = ({ definitions }: DocumentNode): boolean =>
  definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1;
