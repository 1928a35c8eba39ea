import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { RefusedDocument } from '../admission/documents.ts';
import { isTooLong, tooLong } from '../admission/query-limits.ts';
import { presentError, type LogFailure } from '../../errors.ts';
import type { AnswerForms } from '../../http/negotiation.ts';
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

  send(
    request: FastifyRequest,
    reply: FastifyReply,
    forms: AnswerForms,
    status: number,
    text: string,
  ): FastifyReply {
    // It has run, and is counted as that.
    if (isTooLong(text)) return this.tell(request, reply, forms, this.shown(request, tooLong()));
    this.options.connections.sent(Buffer.byteLength(text));
    if (status === PARTIAL_SUCCESS) reply.raw.statusMessage = 'Partial Success';
    return reply.code(status).type(typeFor(forms, status)).send(text);
  }

  /** Says why nothing ran. */
  refuse(request: FastifyRequest, reply: FastifyReply, forms: AnswerForms, cause: unknown): FastifyReply {
    const errors = this.shown(request, cause);
    this.options.operations.refused(errors);
    return this.tell(request, reply, forms, errors);
  }

  private shown({ id }: FastifyRequest, cause: unknown): GraphQLFormattedError[] {
    const causes = cause instanceof RefusedDocument ? cause.errors : [cause];
    return causes.map((error) => presentError(error, id, this.options.logFailure));
  }

  private tell(
    request: FastifyRequest,
    reply: FastifyReply,
    forms: AnswerForms,
    errors: readonly GraphQLFormattedError[],
  ): FastifyReply {
    return this.send(request, reply, forms, statusOf({ errors }), JSON.stringify({ errors }));
  }
}

/**
 * The type of an answer. A proxy's errors are JSON too, so only `application/graphql-response+json` says that one is
 * ours; who does not know it still reads what succeeded as the JSON that they asked for.
 */
export function typeFor({ whole }: AnswerForms, status: number): string {
  const isLegacy = whole === 'application/json';
  const type = status < 300 && isLegacy ? 'application/json' : 'application/graphql-response+json';
  return `${type}; charset=utf-8`;
}
