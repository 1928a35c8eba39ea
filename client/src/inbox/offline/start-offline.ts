import type { ApolloClient } from '@apollo/client';
import { keepApp } from '../../browser/worker.ts';
import { myDevice } from '../../browser/my-device.ts';
import { InboxKeeper } from './inbox-keeper.ts';
import { waitingActsOf } from './waiting-acts.ts';

/** On a device of the reader's the inbox is kept, and acts wait where the server is away. @returns what ends it */
export function startOffline(client: ApolloClient, userId: string): () => void {
  const device = myDevice(userId);
  if (!device) return () => undefined;
  void keepApp();
  const stopWaiting = waitingActsOf(client).start(device);
  const stopKeeping = new InboxKeeper(client, device).start();
  return () => {
    stopWaiting();
    stopKeeping();
  };
}
