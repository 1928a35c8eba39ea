import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import {
  ApolloServer,
  HeaderMap,
  type HTTPGraphQLRequest,
  type ApolloServerPlugin,
  type BaseContext,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  getOperationAST,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { compressLarge } from '../../http/compression.ts';
import type { ClientConnections } from './client-connections.ts';
import { RefusedDocument, type Documents } from '../admission/documents.ts';
import { presentError, PublicError, type LogFailure } from '../../errors.ts';
import { execute, type Executed } from '../execution/execution.ts';
import { mayBeForged } from '../../http/callers/forgery.ts';
import { httpError } from '../../http/http-server.ts';
import type { OperationContext } from './operation-context.ts';
import type { OperationMetrics } from './operation-metrics.ts';
import { isTooLong, tooLong } from '../admission/query-limits.ts';

export interface GraphqlHttpOptions<Context extends BaseContext & OperationContext> {
  schema: GraphQLSchema;
  documents: Documents;
  connections: ClientConnections;
  /** Made anew for each request. */
  createContext: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  isAnonymous: (context: Context) => boolean;
  logFailure: LogFailure;
  operations: OperationMetrics;
}

/** Serves POST and GET /graphql through Apollo Server. Returns Apollo's stop function. */
export async function serveGraphqlOverHttp<Context extends BaseContext & OperationContext>(
  app: FastifyInstance,
  options: GraphqlHttpOptions<Context>,
): Promise<() => Promise<void>> {
  const { schema, connections, createContext, logFailure, operations } = options;
  const admission = new Admission(options);
  const apollo = new ApolloServer<Context>({
    schema,
    documentStore: admission,
    persistedQueries: false,
    csrfPrevention: false, // refused below, before the body is read
    includeStacktraceInErrorResponses: false,
    introspection: true, // the admission above decides about it, for the socket too
    stopOnTerminationSignals: false,
    stringifyResult: (result) => {
      const text = JSON.stringify(result);
      if (isTooLong(text)) return JSON.stringify({ errors: [tooLong()] });
      connections.sent(Buffer.byteLength(text));
      return text;
    },
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
    onRequest: ({ raw }, _reply, done) => done(refusalOf(raw)),
    onSend: compressLarge,
    handler: async (request, reply) => {
      const { headers, body, status } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: asApolloReads(request),
        context: () => createContext(request, reply),
      });
      for (const [name, value] of headers) void reply.header(name, value);
      void reply.code(status ?? 200);
      return body.kind === 'complete' ? body.string : Readable.from(body.asyncIterator);
    },
  });
  return () => apollo.stop();
}

function refusalOf(request: IncomingMessage): Error | undefined {
  if ('sec-websocket-version' in request.headers)
    return httpError(426, 'A WebSocket was asked for without Upgrade: a proxy in front has to pass it on');
  if (!mayBeForged(request)) return undefined;
  return httpError(
    400,
    'A page of another site could have sent this: send `Authorization: Bearer …`, ' +
      '`Apollo-Require-Preflight: true`, or a POST with `Content-Type: application/json`',
  );
}

function asApolloReads({ raw: { method, url, headers }, body }: FastifyRequest): HTTPGraphQLRequest {
  const given = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) if (value) given.set(name, String(value));
  const search = url!.indexOf('?');
  return {
    body,
    // Node leaves out the body of what answers HEAD.
    method: method === 'HEAD' ? 'GET' : method!,
    headers: given,
    search: search < 0 ? '' : url!.slice(search),
  };
}

/**
 * Puts the shared admission of documents in the place of Apollo's own parsing and validation: the plugin admits,
 * the store hands out. A refused document travels on as an empty one, and is answered before it would run. What was
 * admitted the plugin runs itself. A gateway's executor would be the other way in; but for that Apollo makes an object
 * with accessors for each request, which V8 gives a shape of its own, and keeps with the whole request until it
 * collects its old generation.
 */
class Admission<Context extends BaseContext & OperationContext> {
  private readonly ready = new Map<string, DocumentNode>();
  private readonly placeholder = parse('{ __typename }');

  constructor(private readonly options: GraphqlHttpOptions<Context>) {}

  readonly plugin: ApolloServerPlugin<Context> = {
    requestDidStart: async ({ contextValue }) => {
      let refused: readonly GraphQLError[] | undefined;
      return {
        didResolveSource: async ({ source, queryHash, request: { operationName }, response }) => {
          try {
            const document = this.options.documents.admit(source);
            if (getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION) {
              // Said as JSON also to who takes nothing but a stream of events.
              response.http.headers.set('content-type', 'application/json; charset=utf-8');
              throw new RefusedDocument([needsSocket()]);
            }
            this.ready.set(queryHash, document);
          } catch (error) {
            if (!(error instanceof RefusedDocument)) throw error;
            refused = error.errors;
          }
        },
        responseForOperation: async ({ document, operation, operationName, request, response: { http } }) => {
          // Which of the operations is meant is not clear: Apollo says so.
          if (!refused && !operation) return null;
          const { variables: variableValues } = request;
          const args = { schema: this.options.schema, document, operationName, contextValue, variableValues };
          const result = refused ? { errors: refused, data: undefined } : await this.run(args);
          const errors = result.errors?.map((error) =>
            presentError(error, contextValue.requestId, this.options.logFailure),
          );
          if (refused) this.options.operations.refused(errors!);
          else this.options.operations.answered(args, errors);
          if (!errors) return { http, body: { kind: 'single', singleResult: { data: result.data } } };
          if (result.data === undefined) http.status = 400;
          return { http, body: { kind: 'single', singleResult: { ...result, errors } } };
        },
      };
    },
  };

  private run(asked: ExecutionArgs & { contextValue: Context }): Executed {
    const { documents, isAnonymous } = this.options;
    const { document, operationName, variableValues: variables, contextValue } = asked;
    try {
      documents.costOf({ document, operationName, variables, isAnonymous: isAnonymous(contextValue) });
    } catch (error) {
      return { errors: [error as PublicError] };
    }
    return execute({ ...asked, hideSuggestions: documents.hideSuggestions });
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

const needsSocket = () =>
  new PublicError(
    'BAD_REQUEST',
    'Subscriptions come over a WebSocket: connect to this address with the graphql-transport-ws protocol',
  );

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
