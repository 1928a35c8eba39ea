import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useNow } from '../ui/relative-time.tsx';
import { wallClock } from './ringing.ts';
import { browserTimeZone, timeZoneGroups } from './time-zones.ts';

type Props = { labelledBy: string; value: string; onChange: (timeZone: string) => void };

export function TimeZoneSelect({ labelledBy, value, onChange }: Props) {
  const groups = useMemo(() => timeZoneGroups(value), [value]);
  const now = useNow();
  return (
    <Select
      className="time-zone"
      aria-labelledby={labelledBy}
      description={
        value === browserTimeZone() ? 'Where this browser is' : `It is ${wallClock(now, value)} there`
      }
      data={groups}
      value={value}
      onChange={(timeZone) => timeZone && onChange(timeZone)}
      searchable
      // Hundreds of options, which hardly anybody opens.
      comboboxProps={{ keepMounted: false, withinPortal: false }}
      allowDeselect={false}
      nothingFoundMessage="No such time zone"
      maxDropdownHeight={280}
      checkIconPosition="right"
    />
  );
}
