import { useApolloClient } from '@apollo/client/react';
import { useEffect, useId, useSyncExternalStore } from 'react';
import { Switch } from '../../ui/fields/switch.tsx';
import { ConfirmDialog } from '../../ui/layers/confirm-dialog.tsx';
import { RehearsalText } from './rehearsal-text.tsx';
import { rehearsalsOf } from './rehearsals.ts';
import './rehearsal.css';

/** For whoever wants to see what each change does before it is saved. Whoever leaves the page has looked. */
export function LookFirst() {
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
        <label htmlFor={id}>Look before saving</label>
        <p id={`${id}-hint`}>Shows what a change would have made of your last 30 days, and asks first.</p>
      </div>
      {asked && (
        <ConfirmDialog
          key={JSON.stringify(asked.change)}
          title="Save this change?"
          action="Save"
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
