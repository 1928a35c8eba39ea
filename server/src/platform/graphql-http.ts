import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parse, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { RefusedDocument, type Documents } from './documents.ts';
import { presentError, type LogFailure } from './errors.ts';
import { execute } from './execution.ts';
import type { OperationContext } from './operation-context.ts';
import type { OperationMetrics } from './operation-metrics.ts';

export interface GraphqlHttpOptions<Context extends BaseContext & OperationContext> {
  schema: GraphQLSchema;
  documents: Documents;
  /** Made anew for each request. */
  createContext: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  logFailure: LogFailure;
  operations: OperationMetrics;
}

/** Serves POST and GET /graphql through Apollo Server. Returns Apollo's stop function. */
export async function serveGraphqlOverHttp<Context extends BaseContext & OperationContext>(
  app: FastifyInstance,
  { schema, documents, createContext, logFailure, operations }: GraphqlHttpOptions<Context>,
): Promise<() => Promise<void>> {
  const admission = new Admission(schema, documents, logFailure, operations);
  const apollo = new ApolloServer<Context>({
    schema,
    documentStore: admission,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    introspection: true, // the admission above decides about it, for the socket too
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would wrap every field's resolver, and nothing here may be cached by anybody.
      ApolloServerPluginCacheControlDisabled(),
      admission.plugin,
      presentation(logFailure, operations),
    ],
  });
  await apollo.start();
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    handler: fastifyApolloHandler(apollo, { context: createContext }),
  });
  return () => apollo.stop();
}

/**
 * Puts the shared admission of documents in the place of Apollo's own parsing and validation: the plugin admits,
 * the store hands out. A refused document travels on as an empty one, and is answered before it would run. What was
 * admitted the plugin runs itself. A gateway's executor would be the other way in; but for that Apollo makes an object
 * with accessors for each request, which V8 gives a shape of its own, and keeps with the whole request until it
 * collects its old generation.
 */
class Admission {
  private readonly ready = new Map<string, DocumentNode>();
  private readonly placeholder = parse('{ __typename }');

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly documents: Documents,
    private readonly logFailure: LogFailure,
    private readonly operations: OperationMetrics,
  ) {}

  readonly plugin: ApolloServerPlugin<BaseContext & OperationContext> = {
    requestDidStart: async ({ contextValue }) => {
      let refused: readonly GraphQLError[] | undefined;
      return {
        didResolveSource: async ({ source, queryHash }) => {
          try {
            this.ready.set(queryHash, this.documents.admit(source));
          } catch (error) {
            if (!(error instanceof RefusedDocument)) throw error;
            refused = error.errors;
          }
        },
        responseForOperation: async ({ document, operation, operationName, request, response: { http } }) => {
          const { schema } = this;
          // Which of the operations is meant is not clear: Apollo says so.
          if (!refused && !operation) return null;
          const { variables: variableValues } = request;
          const args = { schema, document, operationName, contextValue, variableValues };
          const result = refused ? { errors: refused, data: undefined } : await execute(args);
          const errors = result.errors?.map((error) =>
            presentError(error, contextValue.requestId, this.logFailure),
          );
          if (refused) this.operations.refused(errors!);
          else this.operations.answered(args, errors);
          if (!errors) return { http, body: { kind: 'single', singleResult: { data: result.data } } };
          if (result.data === undefined) http.status = 400;
          return { http, body: { kind: 'single', singleResult: { ...result, errors } } };
        },
      };
    },
  };

  async get(key: string): Promise<DocumentNode> {
    const hash = key.slice(key.lastIndexOf(':') + 1);
    const document = this.ready.get(hash) ?? this.placeholder;
    this.ready.delete(hash);
    return document;
  }

  async set(): Promise<void> {}

  async delete(): Promise<boolean> {
    return false;
  }
}

/** Last on the way out, where the request's id is known: shows errors as the socket does. */
function presentation(
  logFailure: LogFailure,
  operations: OperationMetrics,
): ApolloServerPlugin<BaseContext & OperationContext> {
  return {
    requestDidStart: async ({ contextValue }) => {
      let original: readonly GraphQLError[] = [];
      return {
        didEncounterErrors: async ({ errors }) => {
          original = errors;
        },
        willSendResponse: async ({ response }) => {
          if (response.body.kind !== 'single' || original.length === 0) return;
          const errors = original.map((error) => presentError(error, contextValue.requestId, logFailure));
          response.body.singleResult.errors = errors;
          operations.refused(errors);
        },
      };
    },
  };
}
