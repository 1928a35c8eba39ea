import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Connection, ConnectionState } from '../inbox/follow/connection.ts';
import { clockWords } from '../ui/words/moment.ts';
import { useWords } from '../words/use-words.tsx';

const PATIENCE = 3_000;

/**
 * Says that changes do not come by themselves just now; a hiccup of a moment is nobody's business. And where they come
 * otherwise than by a socket, how.
 */
export function ConnectionChip({ connection }: { connection: Connection }) {
  const state = useSyncExternalStore(connection.subscribe, connection.get);
  const isLive = state === 'live';
  return (
    <span role="status" className="chip-place">
      {isLive ? (
        <TransportChip connection={connection} />
      ) : (
        <LateChip state={state} liveUntil={connection.liveUntil()} />
      )}
    </span>
  );
}

function TransportChip({ connection }: { connection: Connection }) {
  const say = useWords();
  const transport = useSyncExternalStore(connection.subscribe, connection.transport);
  if (transport === 'socket') return null;
  const isPolled = transport === 'polling';
  return (
    <span className="chip" data-state={transport} title={say(isPolled ? 'app.whyPolled' : 'app.whyStreamed')}>
      {say(isPolled ? 'app.polled' : 'app.live')}
    </span>
  );
}

type LateProps = { state: ConnectionState; liveUntil: number | undefined };

function LateChip({ state, liveUntil }: LateProps) {
  const say = useWords();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <span className="chip" data-state={state}>
      <span>{say(state === 'offline' ? 'app.offline' : 'app.reconnecting')}</span>
      {liveUntil !== undefined && (
        <span className="chip-synced"> {say('app.lastSynced', { time: clockWords(liveUntil) })}</span>
      )}
    </span>
  );
}
