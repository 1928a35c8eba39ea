import { useEffect, useLayoutEffect } from 'react';
import { usePushes } from '../preferences/push/use-pushes.ts';
import { askAgainWhenBack } from '../apollo/ask-again.ts';
import type { SessionClient } from '../apollo/client.ts';
import { Ladder } from '../apollo/live/ladder.ts';
import { LiveInbox } from '../notifications/arrivals/live-inbox.tsx';
import { LivePreferences } from '../preferences/live-preferences.tsx';
import { useQuiet, useWhenToRing } from '../preferences/quiet/use-quiet.ts';

/** All that comes in by itself, and what of it rings now. */
export function LiveChanges({ client, onArrivals }: { client: SessionClient; onArrivals: () => void }) {
  const whenToRing = useWhenToRing();
  const isQuiet = useQuiet() !== null;
  // Before anything below subscribes.
  useLayoutEffect(() => client.connect(Ladder), [client]);
  useEffect(() => askAgainWhenBack(client), [client]);
  const onShown = usePushes(client);
  return (
    <>
      <LivePreferences client={client} />
      <LiveInbox
        client={client}
        onShown={onShown}
        onArrivals={onArrivals}
        whenToRing={whenToRing}
        isQuiet={isQuiet}
      />
    </>
  );
}
