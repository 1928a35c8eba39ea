import { useMemo } from 'react';
import { useQuietChanges } from '../quiet/use-quiet-changes.ts';
import { PLACES } from '../../../../server/src/platform/text/places.ts';
import { clockWords } from '../../ui/words/moment.ts';
import { useNow } from '../../ui/words/relative-time.tsx';
import { Select } from '../../ui/fields/select.tsx';
import { browserTimeZone, timeZoneGroups } from './time-zones.ts';

export function TimeZoneCard({ timeZone }: { timeZone: string }) {
  const { setTimeZone } = useQuietChanges();
  return (
    <section
      id={PLACES.timeZone}
      className="card place setting"
      tabIndex={-1}
      aria-labelledby="time-zone-title"
    >
      <h2 id="time-zone-title">Time zone</h2>
      <p>By its clock your quiet hours begin and end, and times are told, here and in e-mails.</p>
      <TimeZoneSelect
        labelledBy="time-zone-title"
        value={timeZone}
        onChange={(chosen) => void setTimeZone(chosen)}
      />
    </section>
  );
}

type SelectProps = { labelledBy: string; value: string; onChange: (timeZone: string) => void };

function TimeZoneSelect({ labelledBy, value, onChange }: SelectProps) {
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
