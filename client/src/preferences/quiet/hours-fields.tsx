import { useState } from 'react';
import { TimeInput } from '../../ui/fields/time-input.tsx';
import type { Hours } from './quiet-week.ts';
import { useWords } from '../../words/use-words.tsx';

type Props = {
  hours: Hours;
  onChange: (hours: Hours) => void;
  /** Of which day they are, where there are several. */
  of?: string;
};

/** From a time until another. */
export function HoursFields({ hours, onChange, of = '' }: Props) {
  const say = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const change = (changed: Partial<Hours>) => {
    const next = { ...hours, ...changed };
    const isEmpty = next.from === next.until;
    setProblem(isEmpty ? say('preferences.twoTimes') : null);
    if (!isEmpty) onChange(next);
  };
  return (
    <div className="hours-times" role="group" aria-label={of || undefined}>
      <TimeInput
        label={say('preferences.from')}
        value={hours.from}
        onChange={(from) => change({ from })}
        error={problem}
      />
      <TimeInput
        label={say('preferences.until')}
        hint={hours.until < hours.from ? say('preferences.nextDay') : undefined}
        // A whole day ends where the next one begins, for which such a field has another word.
        value={hours.until === '24:00' ? '00:00' : hours.until}
        onChange={(until) => change({ until: until === '00:00' ? '24:00' : until })}
      />
    </div>
  );
}
