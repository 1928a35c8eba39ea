import type { ApolloClient } from '@apollo/client';
import { keepApp } from '../../browser/worker.ts';
import { myDevice } from '../../browser/my-device.ts';
import { waitingActsOf } from './waiting-acts.ts';

/** On a device of the reader's the inbox is kept, and acts wait where the server is away. @returns what ends it */
export function startOffline(client: ApolloClient, userId: string): () => void {
  const device = myDevice(userId);
  if (!device) return () => undefined;
  void keepApp();
  const stopWaiting = waitingActsOf(client).start(device);
  let hasEnded = false;
  let stopKeeping: (() => void) | undefined;
  // No page waits for it.
  const keep = async () => {
    const { InboxKeeper } = await import('./inbox-keeper.ts');
    if (!hasEnded) stopKeeping = new InboxKeeper(client, device).start();
  };
  keep().catch(() => undefined);
  return () => {
    hasEnded = true;
    stopWaiting();
    stopKeeping?.();
  };
}
