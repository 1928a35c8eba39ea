import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefusedDocument } from '../admission/documents.ts';
import { isTooLong, tooLong } from '../admission/query-limits.ts';
import { presentError, type LogFailure } from '../../errors.ts';
import { answerForms } from '../../http/negotiation.ts';
import type { ClientConnections } from './client-connections.ts';
import { PARTIAL_SUCCESS, statusOf } from './http-status.ts';
import type { OperationMetrics } from './operation-metrics.ts';

export interface AnswerOptions {
  connections: ClientConnections;
  logFailure: LogFailure;
  operations: OperationMetrics;
}

/** How results go out in one piece. */
export class HttpAnswers {
  constructor(private readonly options: AnswerOptions) {}

  send(request: FastifyRequest, reply: FastifyReply, status: number, text: string): FastifyReply {
    if (isTooLong(text)) return this.refuse(request, reply, tooLong());
    this.options.connections.sent(Buffer.byteLength(text));
    if (status === PARTIAL_SUCCESS) reply.raw.statusMessage = 'Partial Success';
    return reply.code(status).type(typeFor(request, status)).send(text);
  }

  /** Says why nothing ran, or why its result cannot be told. */
  refuse(request: FastifyRequest, reply: FastifyReply, cause: unknown): FastifyReply {
    const { logFailure, operations } = this.options;
    const causes = cause instanceof RefusedDocument ? cause.errors : [cause];
    const errors = causes.map((error) => presentError(error, request.id, logFailure));
    operations.refused(errors);
    return this.send(request, reply, statusOf({ errors }), JSON.stringify({ errors }));
  }
}

/**
 * The type of an answer. A proxy's errors are JSON too, so only `application/graphql-response+json` says that one is
 * ours; who does not know it still reads what succeeded as the JSON that they asked for.
 */
export function typeFor({ headers }: FastifyRequest, status: number): string {
  const isLegacy = answerForms(headers.accept).whole === 'application/json';
  const type = status < 300 && isLegacy ? 'application/json' : 'application/graphql-response+json';
  return `${type}; charset=utf-8`;
}
