import type { ApolloClient } from '@apollo/client';
import { InboxDocument } from '../../generated/inbox.ts';

// Where nobody follows the inbox just now, what is guessed must not stand for ever.
const PATIENCE = 10_000;

/** Resolves once the inbox is known up to a seq, or after a while without. */
export function untilSeq({ cache }: ApolloClient, seq: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, PATIENCE);
    const look = () => (cache.readQuery({ query: InboxDocument })?.inbox.counts.seq ?? 0) >= seq;
    const stop = cache.watch({
      query: InboxDocument,
      optimistic: false,
      callback: () => look() && done(),
    });
    signal.addEventListener('abort', done);
    if (look()) done();
  });
}
