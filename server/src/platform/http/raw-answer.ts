import { STATUS_CODES, type OutgoingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorCode } from '../errors.ts';
import { nextRequestId } from './request-id.ts';

/** Who does not take the answer is not waited for. */
const GOODBYE_MS = 3_000;

export interface RawAnswer {
  status: number;
  code: ErrorCode;
  message: string;
  headers?: Record<string, string>;
}

/**
 * Refuses where Node has no response to write to: an upgrade, or what is no HTTP. Told as GraphQL tells errors; the
 * connection ends with it, whatever the peer does.
 */
export function answerRaw(stream: Duplex, { status, code, message, headers = {} }: RawAnswer): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code, requestId: nextRequestId() } }] });
  const lines = Object.entries({
    connection: 'close',
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  // By now Node listens no more: without a listener a peer who hangs up here would end the process.
  stream.on('error', () => stream.destroy());
  stream.once('finish', () => stream.destroy());
  const patience = setTimeout(() => stream.destroy(), GOODBYE_MS).unref();
  stream.once('close', () => clearTimeout(patience));
  stream.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}

/** What a connection still owes to a request, as Node keeps it. */
export const owedOn = (stream: Duplex): OutgoingMessage | undefined =>
  (stream as Duplex & { _httpMessage?: OutgoingMessage | null })._httpMessage ?? undefined;
