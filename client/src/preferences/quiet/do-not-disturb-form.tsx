import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import { serverTime } from '../../browser/server-time.ts';
import { TextInput } from '../../ui/fields/text-input.tsx';
import { useZone } from '../../ui/words/zone.ts';
import { chosenTime, latestTime, toInput } from './do-not-disturb-times.ts';
import { browserTimeZone, zoneLabel } from '../zone/time-zones.ts';

const SUGGESTED = 3 * 60 * 60_000;
const WHOLE = 15 * 60_000;

export function DoNotDisturbForm({ onChoose }: { onChoose: (at: Date) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [openedAt] = useState(() => serverTime());
  const [value, setValue] = useState(() =>
    toInput(new Date(Math.ceil((openedAt + SUGGESTED) / WHOLE) * WHOLE)),
  );
  const zone = useZone();
  const elsewhere = zone && zone !== browserTimeZone() ? `, by the clocks in ${zoneLabel(zone)}` : '';
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = chosenTime(value, serverTime());
    if (typeof chosen !== 'string') return onChoose(chosen);
    setProblem(chosen);
    input.current?.focus();
  };
  return (
    <form className="inline-form" onSubmit={submit} noValidate>
      <TextInput
        ref={input}
        type="datetime-local"
        label="Do not disturb until"
        description={`At most 7 days ahead${elsewhere}`}
        min={toInput(new Date(openedAt))}
        max={toInput(latestTime(openedAt))}
        value={value}
        error={problem}
        onChange={(event) => {
          setValue(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <Button type="submit">Turn on</Button>
    </form>
  );
}
