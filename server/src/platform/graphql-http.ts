import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parse, type DocumentNode, type ExecutionArgs, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { Connections } from './connections.ts';
import { RefusedDocument, type Documents } from './documents.ts';
import { presentError, type LogFailure, type PublicError } from './errors.ts';
import { execute, type Executed } from './execution.ts';
import { MOST_ANSWER, tooLong } from './query-limits.ts';

export interface GraphqlHttpOptions<Context extends BaseContext & { requestId: string }> {
  schema: GraphQLSchema;
  documents: Documents;
  connections: Connections;
  /** Made anew for each request. */
  createContext: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  isAnonymous: (context: Context) => boolean;
  logFailure: LogFailure;
}

/** Serves POST and GET /graphql through Apollo Server. Returns Apollo's stop function. */
export async function serveGraphqlOverHttp<Context extends BaseContext & { requestId: string }>(
  app: FastifyInstance,
  options: GraphqlHttpOptions<Context>,
): Promise<() => Promise<void>> {
  const { schema, connections, createContext, logFailure } = options;
  const admission = new Admission(options);
  const apollo = new ApolloServer<Context>({
    schema,
    documentStore: admission,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    introspection: true, // the admission above decides about it, for the socket too
    stopOnTerminationSignals: false,
    stringifyResult: (result) => {
      const text = JSON.stringify(result);
      connections.sent(text.length);
      return text.length > MOST_ANSWER ? JSON.stringify({ errors: [tooLong()] }) : text;
    },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would wrap every field's resolver, and nothing here may be cached by anybody.
      ApolloServerPluginCacheControlDisabled(),
      admission.plugin,
      presentation(logFailure),
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
class Admission<Context extends BaseContext & { requestId: string }> {
  private readonly ready = new Map<string, DocumentNode>();
  private readonly placeholder = parse('{ __typename }');

  constructor(private readonly options: GraphqlHttpOptions<Context>) {}

  readonly plugin: ApolloServerPlugin<Context> = {
    requestDidStart: async ({ contextValue }) => {
      let refused: readonly GraphQLError[] | undefined;
      return {
        didResolveSource: async ({ source, queryHash }) => {
          try {
            this.ready.set(queryHash, this.options.documents.admit(source));
          } catch (error) {
            if (!(error instanceof RefusedDocument)) throw error;
            refused = error.errors;
          }
        },
        responseForOperation: async ({ document, operation, operationName, request, response: { http } }) => {
          // Which of the operations is meant is not clear: Apollo says so.
          if (!refused && !operation) return null;
          const { variables } = request;
          const result = refused
            ? { errors: refused, data: undefined }
            : await this.run({ document, operationName, contextValue, variableValues: variables });
          if (!result.errors) return { http, body: { kind: 'single', singleResult: { data: result.data } } };
          const errors = result.errors.map((error) =>
            presentError(error, contextValue.requestId, this.options.logFailure),
          );
          if (result.data === undefined) http.status = 400;
          return { http, body: { kind: 'single', singleResult: { ...result, errors } } };
        },
      };
    },
  };

  private run(asked: Omit<ExecutionArgs, 'schema'> & { contextValue: Context }): Executed {
    const { schema, documents, isAnonymous } = this.options;
    const { document, operationName, variableValues: variables, contextValue } = asked;
    try {
      documents.costOf({ document, operationName, variables, isAnonymous: isAnonymous(contextValue) });
    } catch (error) {
      return { errors: [error as PublicError] };
    }
    return execute({ ...asked, schema, hideSuggestions: documents.hideSuggestions });
  }

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
function presentation(logFailure: LogFailure): ApolloServerPlugin<BaseContext & { requestId: string }> {
  return {
    requestDidStart: async ({ contextValue }) => {
      let original: readonly GraphQLError[] = [];
      return {
        didEncounterErrors: async ({ errors }) => {
          original = errors;
        },
        willSendResponse: async ({ response }) => {
          if (response.body.kind !== 'single' || original.length === 0) return;
          response.body.singleResult.errors = original.map((error) =>
            presentError(error, contextValue.requestId, logFailure),
          );
        },
      };
    },
  };
}
