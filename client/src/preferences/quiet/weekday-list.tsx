import { useId } from 'react';
import { SegmentedControl } from '../../ui/buttons/segmented-control.tsx';
import { useQuietChanges } from './use-quiet-changes.ts';
import { HoursFields } from './hours-fields.tsx';
import { weekdayName } from './weekday-name.ts';
import { ALL_DAY, hoursOn, isAllDay, USUAL, WEEKDAYS, type Hours, type QuietWeek } from './quiet-week.ts';
import { useWords } from '../../words/use-words.tsx';
import type { PlainKey } from '../../words/words.ts';

type Kind = 'NONE' | 'HOURS' | 'ALL_DAY';

const KINDS: { value: Kind; name: PlainKey }[] = [
  { value: 'NONE', name: 'preferences.quietNone' },
  { value: 'HOURS', name: 'preferences.quietBetween' },
  { value: 'ALL_DAY', name: 'preferences.quietAllDay' },
];

/** What begins on each day of the week. */
export function WeekdayList({ week }: { week: QuietWeek }) {
  const { setQuietHours } = useQuietChanges();
  // What another day has is the best guess.
  const usual = week.find((hours) => !isAllDay(hours)) ?? USUAL;
  return (
    <ul className="weekdays">
      {WEEKDAYS.map((weekday) => (
        <WeekdayHours
          key={weekday}
          name={weekdayName(weekday)}
          hours={hoursOn(week, weekday)}
          usual={{ from: usual.from, until: usual.until }}
          onChange={(hours) => void setQuietHours(hours, [weekday])}
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
  const say = useWords();
  const id = useId();
  const kind: Kind = !hours ? 'NONE' : isAllDay(hours) ? 'ALL_DAY' : 'HOURS';
  const choose = (chosen: Kind) => onChange({ NONE: null, HOURS: usual, ALL_DAY }[chosen]);
  return (
    <li className="weekday">
      <span id={id} className="weekday-name">
        {name}
      </span>
      <SegmentedControl
        aria-labelledby={id}
        data={KINDS.map((one) => ({ value: one.value, label: say(one.name) }))}
        value={kind}
        onChange={choose}
      />
      {hours && kind === 'HOURS' && (
        <HoursFields of={name} hours={{ from: hours.from, until: hours.until }} onChange={onChange} />
      )}
    </li>
  );
}
