/** Whether requests are answered, and by the server itself: not by a proxy in front of one that is away, nor by a portal. */
export async function doesAnswer(http: string, within: number): Promise<boolean> {
  try {
    const { status, headers } = await fetch(http, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: '{"query":"{ __typename }"}',
      signal: AbortSignal.timeout(within),
    });
    // Also a refusal is an answer, as where only trusted documents are taken.
    return status < 500 && (headers.get('content-type')?.includes('json') ?? false);
  } catch {
    return false;
  }
}
