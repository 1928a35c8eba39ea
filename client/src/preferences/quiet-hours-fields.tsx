import { useState } from 'react';
import { TimeInput } from './time-input.tsx';
import { TimeZoneSelect } from './time-zone-select.tsx';

type Hours = { from: string; until: string; timeZone: string };

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
      <TimeZoneSelect value={hours.timeZone} onChange={(timeZone) => change({ timeZone })} />
    </div>
  );
}
