const MAX_BYTES = 100 * 1024;
const WITHIN_MS = 5_000;

/** Nobody on the way can read or change what comes from there: https, or this very machine. */
export function isConfidential(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  );
}

/**
 * Fetches a small document from where the operator has said: of 100 kB at most, decoded, whole within 5 seconds, and no
 * redirect is followed.
 * @throws Error where it is longer, later, not there, or not to be fetched confidentially
 */
export async function boundedFetch(address: string | URL, options: RequestInit = {}): Promise<Response> {
  if (!isConfidential(String(address))) throw new Error('The address is not https');
  const signals = [AbortSignal.timeout(WITHIN_MS), ...(options.signal ? [options.signal] : [])];
  const response = await fetch(address, { ...options, redirect: 'manual', signal: AbortSignal.any(signals) });
  const { status, statusText, headers } = response;
  const body = await bodyOf(response);
  return new Response(body.length > 0 ? body : null, { status, statusText, headers });
}

/** Why what was asked for is of no use, down to the first cause, in words for the log: without what the other side sent. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { message, cause } = error;
  return cause instanceof Error ? `${message}: ${reasonOf(cause)}` : message;
}

async function bodyOf({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    // Leaving the loop lets go of the connection.
    if (bytes > MAX_BYTES) throw new Error(`The answer is longer than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
