import { useId } from 'react';
import type { Weekday } from '../../generated/graphql.ts';
import { SegmentedControl } from '../../ui/buttons/segmented-control.tsx';
import { useQuietChanges } from './use-quiet-changes.ts';
import { HoursFields } from './hours-fields.tsx';
import { ALL_DAY, hoursOn, isAllDay, USUAL, WEEKDAYS, type Hours, type QuietWeek } from './quiet-week.ts';

type Kind = 'NONE' | 'HOURS' | 'ALL_DAY';

const KINDS: { value: Kind; label: string }[] = [
  { value: 'NONE', label: 'Off' },
  { value: 'HOURS', label: 'Hours' },
  { value: 'ALL_DAY', label: 'All day' },
];

/** What begins on each day of the week. */
export function WeekdayList({ week }: { week: QuietWeek }) {
  const { setQuietHours } = useQuietChanges();
  // What another day has is the best guess.
  const usual = week.find((hours) => !isAllDay(hours)) ?? USUAL;
  return (
    <ul className="weekdays">
      {WEEKDAYS.map(({ weekday, name }) => (
        <WeekdayHours
          key={weekday}
          name={name}
          hours={hoursOn(week, weekday)}
          usual={{ from: usual.from, until: usual.until }}
          onChange={(hours) => void setQuietHours(hours, [weekday satisfies Weekday])}
        />
      ))}
    </ul>
  );
}

type DayProps = {
  name: string;
  hours: Hours | undefined;
  usual: Hours;
  onChange: (hours: Hours | null) => void;
};

function WeekdayHours({ name, hours, usual, onChange }: DayProps) {
  const id = useId();
  const kind: Kind = !hours ? 'NONE' : isAllDay(hours) ? 'ALL_DAY' : 'HOURS';
  const choose = (chosen: Kind) => onChange({ NONE: null, HOURS: usual, ALL_DAY }[chosen]);
  return (
    <li className="weekday">
      <span id={id} className="weekday-name">
        {name}
      </span>
      <SegmentedControl aria-labelledby={id} data={KINDS} value={kind} onChange={choose} />
      {hours && kind === 'HOURS' && (
        <HoursFields of={name} hours={{ from: hours.from, until: hours.until }} onChange={onChange} />
      )}
    </li>
  );
}
