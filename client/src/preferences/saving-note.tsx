import { useApolloClient } from '@apollo/client/react';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { savingOf } from './saving.ts';
import { useWords } from '../words/use-words.tsx';

const PATIENCE = 400;

/** There is no button to save: this says that it is done, to the eye wherever the page stands, and to a screen reader. */
export function SavingNote() {
  const saving = savingOf(useApolloClient());
  const { isUnderWay, said } = useSyncExternalStore(saving.subscribe, saving.get);
  return (
    <div className="saving" role="status">
      {isUnderWay && <LateNote />}
      {said && (
        <span className="saving-note" data-done>
          <IconCheck size={15} stroke={2.2} aria-hidden="true" />
          {said()}
        </span>
      )}
    </div>
  );
}

/** Most changes are saved before anybody could read that they are being saved. */
function LateNote() {
  const say = useWords();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return isLate && <span className="saving-note">{say('preferences.saving')}</span>;
}
