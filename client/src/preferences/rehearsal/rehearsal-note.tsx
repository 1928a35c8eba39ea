import { useApolloClient } from '@apollo/client/react';
import { useSyncExternalStore } from 'react';
import { RehearsalText } from './rehearsal-text.tsx';
import { rehearsalsOf } from './rehearsals.ts';
import { useWords } from '../../words/use-words.tsx';
import './rehearsal.css';

/** What the control would do that the reader is at, to the eye wherever the page stands, and to a screen reader. */
export function RehearsalNote() {
  const say = useWords();
  const rehearsals = rehearsalsOf(useApolloClient());
  const { hint } = useSyncExternalStore(rehearsals.subscribe, rehearsals.get);
  return (
    <div
      className="rehearsal"
      data-high={hint?.isLow || undefined}
      role="status"
      aria-label={say('preferences.wouldChange')}
    >
      {hint && (
        <p className="rehearsal-note">
          <RehearsalText change={hint.change} />
        </p>
      )}
    </div>
  );
}
