import type { ApolloClient } from '@apollo/client';
import { keepApp } from '../../browser/worker.ts';
import { myDevice } from '../../browser/my-device.ts';
import { waitingOf } from './waiting.ts';
import { withWords } from '../../words/load.ts';

/** On a device of the reader's the inbox is kept, and acts wait where the server is away. @returns what ends it */
export function startOffline(client: ApolloClient, userId: string): () => void {
  const device = myDevice(userId);
  if (!device) return () => undefined;
  void keepApp();
  const waiting = waitingOf(client);
  let hasEnded = false;
  const endings: (() => void)[] = [() => waiting.begin(undefined)];
  // No page waits for it.
  const start = async () => {
    const [{ WaitingActs }, { InboxKeeper }] = await Promise.all([
      withWords('offline', import('./waiting-acts.ts')),
      import('./inbox-keeper.ts'),
    ]);
    if (hasEnded) return;
    const acts = new WaitingActs(client, device, waiting.tell);
    waiting.begin(acts);
    endings.push(acts.start(), new InboxKeeper(client, device).start());
  };
  start().catch(() => undefined);
  return () => {
    hasEnded = true;
    for (const end of endings) end();
  };
}
