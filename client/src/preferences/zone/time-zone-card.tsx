import { useMemo } from 'react';
import { useQuietChanges } from '../quiet/use-quiet-changes.ts';
import '../../ui/fields/setting.css';
import { PLACES } from '../../../../server/src/platform/text/places.ts';
import { clockWords } from '../../ui/words/moment.ts';
import { useNow } from '../../ui/words/relative-time.tsx';
import { Select } from '../../ui/fields/select.tsx';
import { browserTimeZone, timeZoneGroups } from './time-zones.ts';
import { useWords } from '../../words/use-words.tsx';

export function TimeZoneCard({ timeZone }: { timeZone: string }) {
  const say = useWords();
  const { setTimeZone } = useQuietChanges();
  return (
    <section
      id={PLACES.timeZone}
      className="card place setting"
      tabIndex={-1}
      aria-labelledby="time-zone-title"
    >
      <h2 id="time-zone-title">{say('preferences.timeZone')}</h2>
      <p>{say('preferences.timeZoneLead')}</p>
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
  const say = useWords();
  const groups = useMemo(() => timeZoneGroups(value, browserTimeZone(), say), [value, say]);
  const now = useNow();
  return (
    <Select
      className="time-zone"
      aria-labelledby={labelledBy}
      description={
        value === browserTimeZone()
          ? say('preferences.zoneHere')
          : say('preferences.zoneClock', { clock: clockWords(now, value) })
      }
      data={groups}
      value={value}
      onChange={onChange}
      nothingFoundMessage={say('preferences.noSuchZone')}
    />
  );
}
