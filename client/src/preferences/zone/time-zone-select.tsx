import { useMemo } from 'react';
import { clockWords } from '../../ui/words/moment.ts';
import { useNow } from '../../ui/words/relative-time.tsx';
import { Select } from '../../ui/fields/select.tsx';
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
        value === browserTimeZone() ? 'Where this browser is' : `It is ${clockWords(now, value)} there`
      }
      data={groups}
      value={value}
      onChange={onChange}
      nothingFoundMessage="No such time zone"
    />
  );
}
