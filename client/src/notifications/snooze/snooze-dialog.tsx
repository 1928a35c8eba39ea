import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { serverTime } from '../../browser/server-time.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { TextInput } from '../../ui/fields/text-input.tsx';
import { toInput } from '../../ui/words/wall-input.ts';
import { useZone } from '../../ui/words/zone.ts';
import { chosenSnooze, latestSnooze, snoozeChoices } from './snooze-times.ts';
import { useWords } from '../../words/use-words.tsx';
import '../../ui/layers/confirm-dialog.css';

type Props = { onChoose: (at: Date) => void; onClose: () => void };

/** Asks for the day and the time at which something shall come back. */
export function SnoozeDialog({ onChoose, onClose }: Props) {
  const say = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [openedAt] = useState(() => serverTime());
  const [value, setValue] = useState(() => toInput(snoozeChoices(openedAt)[1]!.at));
  const [problem, setProblem] = useState<string | null>(null);
  const zone = useZone();
  useEffect(() => {
    dialog.current?.showModal();
    input.current?.focus();
  }, []);
  const close = () => dialog.current?.close();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = chosenSnooze(value, serverTime());
    if (typeof chosen !== 'string') {
      // Before the deed, so that the focus is where it was when what had it goes away.
      close();
      return onChoose(chosen);
    }
    setProblem(chosen);
    input.current?.focus();
  };
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <form className="confirm-body form" onSubmit={submit} noValidate>
        <h2 id={`${id}-title`}>{say('snooze.untilAnotherTime')}</h2>
        <TextInput
          ref={input}
          type="datetime-local"
          label={say('snooze.bringBack')}
          description={zone ? say('snooze.yearAheadBy', { zone }) : say('snooze.yearAhead')}
          min={toInput(new Date(openedAt))}
          max={toInput(latestSnooze(openedAt))}
          value={value}
          error={problem}
          onChange={(event) => {
            setValue(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <div className="confirm-actions">
          <Button variant="default" onClick={close}>
            {say('ui.cancel')}
          </Button>
          <Button type="submit">{say('notification.snooze')}</Button>
        </div>
      </form>
    </dialog>
  );
}
