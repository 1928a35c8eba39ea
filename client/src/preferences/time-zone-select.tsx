import { useMemo } from 'react';
import { useNow } from '../ui/relative-time.tsx';
import { Select } from '../ui/select.tsx';
import { wallClock } from './ringing.ts';
import { browserTimeZone, timeZoneGroups } from './time-zones.ts';

type Props = { value: string; onChange: (timeZone: string) => void };

export function TimeZoneSelect({ value, onChange }: Props) {
  const groups = useMemo(() => timeZoneGroups(value), [value]);
  const now = useNow();
  return (
    <Select
      label="Time zone"
      description={
        value === browserTimeZone() ? 'Where this browser is' : `It is ${wallClock(now, value)} there`
      }
      data={groups}
      value={value}
      onChange={(timeZone) => timeZone && onChange(timeZone)}
      nothingFoundMessage="No such time zone"
    />
  );
}
