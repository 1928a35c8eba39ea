import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Destination } from './destinations.ts';

/** What the other side answered, as far as we want to know. */
export interface Reply {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

export interface Post {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Ends the whole of it, whatever it waits for. */
  readonly signal: AbortSignal;
}

/** Of what comes after the headers: enough for an orderly end with most, too little to keep us busy. */
const MAX_IGNORED_BYTES = 16 * 1024;

/**
 * Posts to the very addresses of the destination, on a connection of its own; the certificate and `Host` are those of
 * its name. Follows nothing, and reads nothing but the head of the answer.
 */
export function post({ url, addresses }: Destination, { headers, body, signal }: Post): Promise<Reply> {
  const found: LookupFunction = (_host, { all }, done) =>
    all ? done(null, [...addresses]) : done(null, addresses[0]!.address, addresses[0]!.family);
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    lookup: found,
    signal,
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
  };
  return new Promise((resolve, reject) => {
    const sending = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, options, (response) => {
      resolve({ status: response.statusCode!, retryAfter: response.headers['retry-after'] });
      ignore(response);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

function ignore(response: IncomingMessage): void {
  let bytes = 0;
  response.on('error', () => undefined);
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_IGNORED_BYTES) response.destroy();
  });
}
