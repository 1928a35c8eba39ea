import { useEffect, useState } from 'react';
import { TextInput } from './text-input.tsx';
import { useEffectEvent } from '../use-effect-event.ts';

// Whoever types 2, 2, 3, 0 passes through 02:00 and 22:00 on the way.
const PAUSE = 900;

type Props = {
  label: string;
  value: string;
  hint?: string | undefined;
  error?: string | null;
  onChange: (time: string) => void;
};

/** A time of day that is saved when the reader leaves it, presses Enter, or pauses. */
export function TimeInput({ label, value, hint, error, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    // Emptied is not a time: then it is as it was.
    if (draft && draft !== value) onChange(draft);
    setDraft(null);
  };
  const onPause = useEffectEvent(commit);
  useEffect(() => {
    if (!draft) return;
    const timer = setTimeout(() => onPause(), PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);
  return (
    <TextInput
      type="time"
      label={label}
      hint={hint}
      value={draft ?? value}
      error={error}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
