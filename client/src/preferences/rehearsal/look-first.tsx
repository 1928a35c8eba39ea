import { useApolloClient } from '@apollo/client/react';
import { useEffect, useId, useSyncExternalStore } from 'react';
import { Switch } from '../../ui/fields/switch.tsx';
import { ConfirmDialog } from '../../ui/layers/confirm-dialog.tsx';
import { RehearsalText } from './rehearsal-text.tsx';
import { rehearsalsOf } from './rehearsals.ts';
import { useWords } from '../../words/use-words.tsx';
import './rehearsal.css';

/** For whoever wants to see what each change does before it is saved. Whoever leaves the page has looked. */
export function LookFirst() {
  const say = useWords();
  const id = useId();
  const rehearsals = rehearsalsOf(useApolloClient());
  const { isLookingFirst, asked } = useSyncExternalStore(rehearsals.subscribe, rehearsals.get);
  useEffect(
    () => () => {
      rehearsals.get().asked?.answer(false);
      rehearsals.lookFirst(false);
    },
    [rehearsals],
  );
  return (
    <div className="look-first">
      <Switch
        id={id}
        aria-describedby={`${id}-hint`}
        checked={isLookingFirst}
        onChange={({ currentTarget }) => rehearsals.lookFirst(currentTarget.checked)}
      />
      <div>
        <label htmlFor={id}>{say('preferences.lookFirst')}</label>
        <p id={`${id}-hint`}>{say('preferences.lookFirstLead')}</p>
      </div>
      {asked && (
        <ConfirmDialog
          key={JSON.stringify(asked.change)}
          title={say('preferences.saveThis')}
          action={say('preferences.save')}
          tone="primary"
          onConfirm={() => asked.answer(true)}
          // It closes before it is confirmed.
          onClose={() => queueMicrotask(() => asked.answer(false))}
        >
          <RehearsalText change={asked.change} />
        </ConfirmDialog>
      )}
    </div>
  );
}
