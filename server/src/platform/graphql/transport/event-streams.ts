import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentNode, ExecutionResult } from 'graphql';
import { RefusedDocument, type Documents } from '../admission/documents.ts';
import { isTooLong, tooLong } from '../admission/query-limits.ts';
import { presentError, PublicError, unauthenticated, unavailable, type LogFailure } from '../../errors.ts';
import { subscribe, type Subscribing } from '../execution/shared-execution.ts';
import type { ClientConnections } from './client-connections.ts';
import { EventStream } from './event-stream.ts';
import type { GraphqlRequest } from './http-request.ts';
import type { OperationContext } from './operation-context.ts';
import type { OperationMetrics } from './operation-metrics.ts';
import type { SocketOwner, Sockets } from './sockets.ts';

export interface EventStreamOptions<Context> {
  documents: Documents;
  sockets: Sockets;
  connections: ClientConnections;
  ownerOf: (context: Context) => SocketOwner | undefined;
  logFailure: LogFailure;
  operations: OperationMetrics;
}

/**
 * Subscriptions as streams of events (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md, distinct
 * connections mode): for where WebSockets do not come through. Guarded as sockets are, and counted with them.
 */
export class EventStreams<Context extends OperationContext> {
  constructor(private readonly options: EventStreamOptions<Context>) {}

  /** @throws why it does not begin */
  async serve(
    { raw }: FastifyRequest,
    reply: FastifyReply,
    document: DocumentNode,
    { operationName, variables }: GraphqlRequest,
    contextValue: Context,
  ): Promise<void> {
    const { documents, sockets, operations } = this.options;
    const owner = this.options.ownerOf(contextValue);
    if (!owner) throw unauthenticated();
    if (sockets.isDraining) throw unavailable('This server restarts: connect again');
    const asked = { document, operationName, variables, isAnonymous: false };
    documents.costOf(asked);
    const stream = new EventStream(reply.raw);
    sockets.watch(stream, raw.socket);
    if (!sockets.claim(owner, stream))
      throw new PublicError('RATE_LIMITED', 'Too many sockets of one user', { retryAfterMs: 1_000 });
    const args = documents.argsOf(asked, contextValue);
    const results = await begun(args, stream);
    if (stream.readyState !== stream.OPEN) {
      await results.return?.();
      throw unavailable('The stream was closed before it began');
    }
    operations.answered(args);
    reply.hijack();
    stream.once('close', () => void results.return?.());
    stream.begin(reply.getHeaders());
    void this.tell(stream, results, args);
  }

  /** What is a result at once, as the only event. */
  async serveOnce(reply: FastifyReply, text: string): Promise<void> {
    const stream = new EventStream(reply.raw);
    reply.hijack();
    stream.begin(reply.getHeaders());
    await stream.next(text);
    await stream.complete();
  }

  private async tell(
    stream: EventStream,
    results: AsyncIterableIterator<ExecutionResult>,
    args: Subscribing,
  ): Promise<void> {
    const { requestId } = args.contextValue as Context;
    const { connections, sockets, operations, logFailure } = this.options;
    try {
      for await (const result of results) {
        const errors = result.errors?.map((error) => presentError(error, requestId, logFailure));
        operations.sent(args, errors);
        const text = JSON.stringify(errors ? { ...result, errors } : result);
        if (isTooLong(text)) return await stream.next(JSON.stringify({ errors: [tooLong()] }));
        const bytes = Buffer.byteLength(text);
        connections.sent(bytes);
        // Bounded where it was begun, and as long on its way as its reader takes: that alone is not too slow.
        sockets.answering(stream, bytes);
        await stream.next(text);
        sockets.answering(stream, -bytes);
      }
    } catch (error) {
      await stream.next(JSON.stringify({ errors: [presentError(error, requestId, logFailure)] }));
    } finally {
      await stream.complete();
    }
  }
}

/** @throws what it is refused with, when the stream is nobody's any more */
async function begun(
  args: Subscribing,
  stream: EventStream,
): Promise<AsyncIterableIterator<ExecutionResult>> {
  try {
    const results = await subscribe(args);
    if (Symbol.asyncIterator in results) return results;
    throw new RefusedDocument(results.errors!);
  } catch (error) {
    stream.close(1000, 'Refused');
    throw error;
  }
}
