import { useSyncExternalStore } from 'react';
import { useInboxClient } from '../use-inbox-client.ts';
import { waitingOf } from './waiting.ts';

/** How many acts wait for the server. */
export function useWaitingCount(): number {
  const waiting = waitingOf(useInboxClient());
  return useSyncExternalStore(waiting.subscribe, waiting.count);
}
