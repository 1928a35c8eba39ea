import { ApolloServer, HeaderMap, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Asked, Documents } from '../admission/documents.ts';
import { presentError, type LogFailure, type PublicError } from '../../errors.ts';
import { execute } from '../execution/execution.ts';
import type { GraphqlRequest } from './http-request.ts';
import { statusOf } from './http-status.ts';
import type { OperationContext } from './operation-context.ts';
import type { OperationMetrics } from './operation-metrics.ts';

export interface ApolloOptions<Context extends BaseContext & OperationContext> {
  schema: GraphQLSchema;
  documents: Documents;
  isAnonymous: (context: Context) => boolean;
  logFailure: LogFailure;
  operations: OperationMetrics;
}

export interface StartedApollo<Context> {
  /** Runs a query or mutation whose document was admitted. */
  execute(asked: GraphqlRequest, contextValue: Context): Promise<{ status: number; text: string }>;
  stop(): Promise<void>;
}

export async function startApollo<Context extends BaseContext & OperationContext>(
  options: ApolloOptions<Context>,
): Promise<StartedApollo<Context>> {
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    documentStore: null, // they are kept where they are admitted, for sockets too
    persistedQueries: false,
    csrfPrevention: false, // refused before the body is read
    includeStacktraceInErrorResponses: false,
    introspection: true, // decided at the admission
    stopOnTerminationSignals: false,
    stringifyResult: (result) => JSON.stringify(result),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would wrap every field's resolver, and nothing here may be cached by anybody.
      ApolloServerPluginCacheControlDisabled(),
      execution(options),
    ],
  });
  await apollo.start();
  return {
    execute: async ({ query, operationName = null, variables = null }, context) => {
      const body = { query, operationName, variables };
      const { body: answer, status = 200 } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers: HEADERS, search: '', body },
        context: async () => context,
      });
      if (answer.kind !== 'complete') throw new Error('An answer came in parts');
      return { status, text: answer.string };
    },
    stop: () => apollo.stop(),
  };
}

/** Types are negotiated before and after. */
const HEADERS = new HeaderMap([['accept', 'application/json']]);

/**
 * Puts the shared admission in the place of Apollo's own parsing and validation, and runs what was admitted. A
 * gateway's executor would be the other way in; but for that Apollo makes an object with accessors for each request,
 * which V8 gives a shape of its own, and keeps with the whole request until it collects its old generation.
 */
function execution<Context extends BaseContext & OperationContext>(
  options: ApolloOptions<Context>,
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async ({ contextValue }) => ({
      didResolveSource: async (context) => {
        Object.assign(context, { document: options.documents.admit(context.source) });
      },
      responseForOperation: async ({ document, operationName, request, response: { http } }) => {
        const { documents, isAnonymous, logFailure, operations } = options;
        const { variables } = request;
        const asked = { document, operationName, variables, isAnonymous: isAnonymous(contextValue) };
        const args = documents.argsOf(asked, contextValue);
        const { data, errors } = refusalOf(documents, asked) ?? (await execute(args));
        const shown = errors?.map((error) => presentError(error, contextValue.requestId, logFailure));
        operations.answered(args, shown);
        http.status = statusOf({ data, errors: shown });
        return { http, body: { kind: 'single', singleResult: { data, ...(shown && { errors: shown }) } } };
      },
    }),
  };
}

/** Why it is not run, where it costs too much for its caller. */
function refusalOf(
  documents: Documents,
  asked: Asked,
): { data?: undefined; errors: PublicError[] } | undefined {
  try {
    documents.costOf(asked);
    return undefined;
  } catch (error) {
    return { errors: [error as PublicError] };
  }
}
