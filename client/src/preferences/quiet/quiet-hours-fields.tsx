import { useState } from 'react';
import { TimeInput } from '../time-input.tsx';

type Hours = { from: string; until: string };

export function QuietHoursFields({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const change = (changed: Partial<Hours>) => {
    const next = { ...hours, ...changed };
    const isEmpty = next.from === next.until;
    setProblem(isEmpty ? 'Please choose two different times' : null);
    if (!isEmpty) onChange(next);
  };
  return (
    <div className="hours">
      <div className="hours-times">
        <TimeInput label="From" value={hours.from} onChange={(from) => change({ from })} error={problem} />
        <TimeInput
          label="Until"
          hint={hours.until < hours.from ? 'the next day' : undefined}
          value={hours.until}
          onChange={(until) => change({ until })}
        />
      </div>
    </div>
  );
}
