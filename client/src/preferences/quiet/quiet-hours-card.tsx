import { useState } from 'react';
import type { PreferencesFieldsFragment } from '../../generated/graphql.ts';
import { Switch } from '../../ui/fields/switch.tsx';
import { usePreferenceChanges } from '../use-preference-changes.ts';
import { PLACES } from '../../../../server/src/platform/text/places.ts';
import { TimeInput } from '../../ui/fields/time-input.tsx';

type Hours = { from: string; until: string };

const USUAL: Hours = { from: '22:00', until: '07:00' };

export function QuietHoursCard({ quietHours }: Pick<PreferencesFieldsFragment, 'quietHours'>) {
  const { setQuietHours } = usePreferenceChanges();
  // Off and on again brings back what was there, as long as the page is open.
  const [lastHours, setLastHours] = useState(quietHours ?? USUAL);
  if (quietHours && (quietHours.from !== lastHours.from || quietHours.until !== lastHours.until))
    setLastHours(quietHours);
  return (
    <section id={PLACES.quietHours} className="card place" tabIndex={-1} aria-labelledby="quiet-hours-title">
      <div className="card-head">
        <h2 id="quiet-hours-title">Quiet hours</h2>
        <Switch
          aria-labelledby="quiet-hours-title"
          checked={quietHours !== null}
          onChange={({ currentTarget: { checked } }) => void setQuietHours(checked ? lastHours : null)}
        />
      </div>
      <p className="card-lead">
        Every day nothing rings and no e-mail is sent between two times. What comes meanwhile waits in your
        inbox; afterwards one e-mail sums it up.
      </p>
      {quietHours && (
        <QuietHoursFields
          hours={{ from: quietHours.from, until: quietHours.until }}
          onChange={(hours) => void setQuietHours(hours)}
        />
      )}
    </section>
  );
}

function QuietHoursFields({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
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
