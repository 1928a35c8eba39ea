import type { IncomingMessage } from 'node:http';
import type { BaseContext } from '@apollo/server';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, OperationTypeNode, type DocumentNode } from 'graphql';
import type { TrustedDocuments } from '../admission/trusted-documents.ts';
import { startApollo, type ApolloOptions } from './apollo.ts';
import { compressLarge } from '../../http/compression.ts';
import { mayBeForged } from '../../http/callers/forgery.ts';
import { httpError, sendError } from '../../http/http-server.ts';
import { answerForms, isJson } from '../../http/negotiation.ts';
import { HttpAnswers, typeFor, type AnswerOptions } from './http-answers.ts';
import { requestOfBody, requestOfSearch, type GraphqlRequest } from './http-request.ts';
import { EventStreams, type EventStreamOptions } from './event-streams.ts';
import type { OperationContext } from './operation-context.ts';

export interface GraphqlHttpOptions<Context extends BaseContext & OperationContext>
  extends ApolloOptions<Context>, AnswerOptions, EventStreamOptions<Context> {
  trusted: TrustedDocuments;
  /** Made anew for each request. */
  createContext: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
}

/**
 * Serves POST and GET /graphql through Apollo Server, as GraphQL over HTTP of September 2026 has it
 * (docs/graphql-over-http.md). Returns Apollo's stop function.
 */
export async function serveGraphqlOverHttp<Context extends BaseContext & OperationContext>(
  app: FastifyInstance,
  options: GraphqlHttpOptions<Context>,
): Promise<() => Promise<void>> {
  const apollo = await startApollo(options);
  const answers = new HttpAnswers(options);
  const streams = new EventStreams<Context>(options);
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    onRequest: ({ raw }, _reply, done) => done(refusalOf(raw)),
    onSend: compressLarge,
    errorHandler: (error: FastifyError, request, reply) =>
      sendError(error, request, reply.type(typeFor(answerForms(request.headers.accept), 400))),
    handler: async (request, reply) => {
      const forms = answerForms(request.headers.accept);
      try {
        const asked = readRequest(request);
        const { operationName, variables } = asked;
        const query = options.trusted.textOf(asked);
        const document = options.documents.admit(query);
        const kind = kindOf(document, operationName);
        refuseKind(kind, request, reply, forms.events);
        const context = await options.createContext(request, reply);
        if (kind === OperationTypeNode.SUBSCRIPTION)
          return await streams.serve(request, reply, document, asked, context);
        const { status, text } = await apollo.execute({ query, operationName, variables }, context);
        if (!forms.whole) return await streams.serveOnce(reply, text);
        return answers.send(request, reply, forms, status, text);
      } catch (error) {
        if (isHttpError(error)) throw error;
        return answers.refuse(request, reply, forms, error);
      }
    },
  });
  return () => apollo.stop();
}

/** What can be said before the body is read. */
function refusalOf({ method, headers }: IncomingMessage): Error | undefined {
  if ('sec-websocket-version' in headers)
    return httpError(426, 'A WebSocket was asked for without Upgrade: a proxy in front has to pass it on');
  if (method === 'POST' && !isJson(headers['content-type']))
    return httpError(415, 'A POST must be JSON in UTF-8, and say so: `Content-Type: application/json`');
  if (mayBeForged({ method, headers }))
    return httpError(
      400,
      'A page of another site could have sent this: send `Authorization: Bearer …`, ' +
        '`Apollo-Require-Preflight: true`, or a POST with `Content-Type: application/json`',
    );
  const { whole, events } = answerForms(headers.accept);
  if (whole || events) return undefined;
  return httpError(406, 'Answers are `application/graphql-response+json` or `application/json`');
}

function readRequest({ raw, body }: FastifyRequest): GraphqlRequest {
  if (raw.method === 'POST') return requestOfBody(body);
  const search = raw.url!.indexOf('?');
  return requestOfSearch(search < 0 ? '' : raw.url!.slice(search));
}

const kindOf = (document: DocumentNode, operationName: string | undefined) =>
  getOperationAST(document, operationName)?.operation;

/** @throws where operations of this kind do not come that way */
function refuseKind(
  kind: OperationTypeNode | undefined,
  { raw }: FastifyRequest,
  reply: FastifyReply,
  takesEvents: boolean,
): void {
  if (kind === OperationTypeNode.MUTATION && raw.method !== 'POST') {
    void reply.header('allow', 'POST');
    throw httpError(405, 'A mutation comes by POST only');
  }
  if (kind === OperationTypeNode.SUBSCRIPTION && !takesEvents)
    throw httpError(
      406,
      'Subscriptions come over a WebSocket (connect to this address with the graphql-transport-ws protocol), ' +
        'or as events: send `Accept: text/event-stream`',
    );
}

const isHttpError = (error: unknown): boolean => error instanceof Error && 'statusCode' in error;
