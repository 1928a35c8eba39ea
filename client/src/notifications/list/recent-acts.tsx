import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useInboxQuery, useRecentActsQuery } from '../../generated/inbox.ts';
import { doneWords } from './act-words.ts';
import { undoAct } from '../../inbox/acts/go-back.ts';
import { errorText } from '../../inbox/error-text.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { RelativeTime } from '../../ui/words/relative-time.tsx';
import { tellUndone } from './undo-toast.tsx';
import { useWords } from '../../words/use-words.tsx';
import { useEffectEvent } from '../../ui/use-effect-event.ts';
import './recent-acts.css';

/** The list of them. It is asked for anew with each change of the inbox, since that may be another one. */
export function RecentActs() {
  const say = useWords();
  const client = useApolloClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const [busyId, setBusyId] = useState<string | null>(null);
  const { data, error, refetch } = useRecentActsQuery({ fetchPolicy: 'network-only' });
  const seq = useInboxQuery().data?.inbox.counts.seq;
  const askAnew = useEffectEvent(() => void refetch().catch(() => undefined));
  const asked = useRef(seq);
  useEffect(() => {
    if (asked.current === seq) return;
    asked.current = seq;
    askAnew();
  }, [seq]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const undo = async (id: string, count: number) => {
    setBusyId(id);
    // The button goes with what it undoes.
    heading.current?.focus({ preventScroll: true });
    tellUndone(await undoAct(client, id, count));
    setBusyId(null);
    await refetch().catch(() => undefined);
  };
  const acts = data?.recentActs;
  return (
    <div className="recent">
      <h2 ref={heading} tabIndex={-1}>
        {say('notification.recentChanges')}
      </h2>
      {error && <p role="alert">{errorText(error)}</p>}
      {!acts && !error && <p role="status">{say('recent.looking')}</p>}
      {acts?.length === 0 && <p>{say('recent.nothing')}</p>}
      {acts && acts.length > 0 && (
        <ul className="recent-list">
          {acts.map(({ id, act, affectedCount, at }) => (
            <li key={id}>
              <span className="recent-what" id={`recent-${id}`}>
                {doneWords({ act }, affectedCount)} <RelativeTime at={at} className="recent-when" />
              </span>
              <Button
                variant="default"
                size="small"
                loading={busyId === id}
                aria-describedby={`recent-${id}`}
                onClick={() => void undo(id, affectedCount)}
              >
                {say('notification.undo')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
