import { isOnline, onLineChange } from './line.ts';

const FIRST_WAIT = 500;
const MAX_WAIT = 30_000;

/** Full jitter: a thousand clients cut off at the same moment must not come back at the same moment. */
export function backOff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(MAX_WAIT, FIRST_WAIT * 2 ** Math.min(attempt, 10));
  return ceiling / 4 + random() * ceiling * 0.75;
}

/** Waits, but not longer than until the network or the reader comes back: then there is a reason to try at once. */
export function waitOrWake(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      listening.abort();
      resolve();
    }
    onLineChange(() => isOnline() && done(), listening.signal);
    globalThis.document?.addEventListener(
      'visibilitychange',
      () => document.visibilityState === 'visible' && done(),
      { signal: listening.signal },
    );
    signal.addEventListener('abort', done, { signal: listening.signal });
    if (signal.aborted) done();
  });
}
