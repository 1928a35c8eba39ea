import { useState } from 'react';
import type { PreferencesFieldsFragment } from '../../generated/graphql.ts';
import { SegmentedControl } from '../../ui/buttons/segmented-control.tsx';
import { Switch } from '../../ui/fields/switch.tsx';
import { useHints } from '../rehearsal/use-hints.ts';
import { useQuietChanges } from './use-quiet-changes.ts';
import { PLACES } from '../../../../server/src/platform/text/places.ts';
import { HoursFields } from './hours-fields.tsx';
import { everyDay, USUAL, type Hours, type QuietWeek } from './quiet-week.ts';
import { WeekdayList } from './weekday-list.tsx';
import { useWords } from '../../words/use-words.tsx';

export function QuietHoursCard({ quietWeek }: Pick<PreferencesFieldsFragment, 'quietWeek'>) {
  const say = useWords();
  const { setQuietHours } = useQuietChanges();
  const hintsOf = useHints();
  const isOn = quietWeek.length > 0;
  // Off and on again brings back what was there, as long as the page is open.
  const [lastWeek, setLastWeek] = useState<QuietWeek>(quietWeek);
  if (isOn && quietWeek !== lastWeek) setLastWeek(quietWeek);
  const turn = (checked: boolean) => {
    const before = everyDay(lastWeek);
    if (!checked || before || lastWeek.length === 0)
      return void setQuietHours(checked ? plain(before) : null);
    for (const { weekdays, ...hours } of lastWeek) void setQuietHours(plain(hours), weekdays);
  };
  return (
    <section id={PLACES.quietHours} className="card place" tabIndex={-1} aria-labelledby="quiet-hours-title">
      <div className="card-head">
        <h2 id="quiet-hours-title">{say('preferences.quietHours')}</h2>
        <Switch
          aria-labelledby="quiet-hours-title"
          checked={isOn}
          {...hintsOf(() => ({ quietHours: isOn ? {} : plain(everyDay(lastWeek)) }))}
          onChange={({ currentTarget: { checked } }) => turn(checked)}
        />
      </div>
      <p className="card-lead">{say('preferences.quietLead')}</p>
      {isOn && <QuietDays week={quietWeek} />}
    </section>
  );
}

type Days = 'SAME' | 'EACH';

function QuietDays({ week }: { week: QuietWeek }) {
  const say = useWords();
  const { setQuietHours } = useQuietChanges();
  const same = everyDay(week);
  const [isEach, setEach] = useState(!same);
  const days: Days = isEach || !same ? 'EACH' : 'SAME';
  const choose = (chosen: Days) => {
    setEach(chosen === 'EACH');
    if (chosen === 'SAME' && !same) void setQuietHours(plain(week[0]));
  };
  return (
    <div className="hours">
      <SegmentedControl<Days>
        aria-label={say('preferences.quietDays')}
        data={[
          { value: 'SAME', label: say('preferences.sameEveryDay') },
          { value: 'EACH', label: say('preferences.eachItsOwn') },
        ]}
        value={days}
        onChange={choose}
      />
      {days === 'SAME' && same ? (
        <HoursFields hours={plain(same)} onChange={(hours) => void setQuietHours(hours)} />
      ) : (
        <WeekdayList week={week} />
      )}
    </div>
  );
}

/** Without what else the cache knows of it. */
const plain = (hours: Hours | undefined): Hours => ({
  from: hours?.from ?? USUAL.from,
  until: hours?.until ?? USUAL.until,
});
