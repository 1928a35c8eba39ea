import { serverTime } from './server-time.ts';

const A_WHILE = 30_000;

/**
 * Calls back when the network returns, or the reader after a while: a machine that slept, or changed its network, has
 * sockets that only look alive. Outside of a browser it never does.
 */
export function onWake(wake: () => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const listening = new AbortController();
  const { signal } = listening;
  let hiddenSince = document.visibilityState === 'hidden' ? serverTime() : null;
  const onVisibility = () => {
    if (document.visibilityState === 'hidden') {
      hiddenSince ??= serverTime();
      return;
    }
    const wasHidden = hiddenSince === null ? 0 : serverTime() - hiddenSince;
    hiddenSince = null;
    if (wasHidden > A_WHILE) wake();
  };
  document.addEventListener('visibilitychange', onVisibility, { signal });
  window.addEventListener('online', wake, { signal });
  return () => listening.abort();
}
