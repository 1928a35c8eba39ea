import { TimeZoneSelect } from './time-zone-select.tsx';
import { usePreferenceChanges } from '../use-preference-changes.ts';
import { PLACES } from '../../../../server/src/platform/text/places.ts';

export function TimeZoneCard({ timeZone }: { timeZone: string }) {
  const { setTimeZone } = usePreferenceChanges();
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
