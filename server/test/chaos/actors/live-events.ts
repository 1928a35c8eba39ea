import { codeOf, PATIENCE_MS, type Ending, type Errors, type Subscribe } from './live-socket.ts';

/** The server says something every 10 seconds. */
const SILENCE_MS = 15_000;

/** One stream of events with one subscription, GraphQL over SSE by hand. */
export const subscribeByEvents: Subscribe = (url, token, query, variables, onData) => {
  const stopping = new AbortController();
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    stopping.abort();
  };
  const ending = { closeCode: 1006 } as Ending;
  const end = (why: string) => {
    ending.refusal = why;
    stop();
  };
  const hear = (block: string) => {
    if (isStopped) return;
    const code = /^: (\d+) /.exec(block)?.[1];
    if (code) ending.closeCode = Number(code);
    const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
    if (event === 'complete') return end('completed unasked');
    if (event !== 'next') return;
    const result = JSON.parse(data!) as { data?: Parameters<typeof onData>[0]; errors?: Errors };
    if (result.errors) end(codeOf(result.errors));
    else onData(result.data!);
  };
  const run = async () => {
    let silence = setTimeout(stop, PATIENCE_MS);
    try {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream',
          authorization: `Bearer ${token}`,
        },
        body: JSON.stringify({ query, variables }),
        signal: stopping.signal,
      });
      if (!response.ok) return end(codeOf(((await response.json()) as { errors: Errors }).errors));
      const decoder = new TextDecoder();
      let rest = '';
      for await (const bytes of response.body! as unknown as AsyncIterable<Uint8Array>) {
        clearTimeout(silence);
        silence = setTimeout(stop, SILENCE_MS);
        const blocks = (rest + decoder.decode(bytes, { stream: true })).split('\n\n');
        rest = blocks.pop()!;
        blocks.forEach(hear);
      }
    } catch {
      // Cut, or stopped.
    } finally {
      clearTimeout(silence);
    }
  };
  return { ended: run().then(() => ending), stop };
};
