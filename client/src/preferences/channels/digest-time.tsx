import type { PreferencesFieldsFragment } from '../../generated/graphql.ts';
import { FewSelect } from '../../ui/fields/few-select.tsx';
import { WEEKDAYS } from '../quiet/quiet-week.ts';
import { weekdayName } from '../quiet/weekday-name.ts';
import { useChannelChanges } from './use-channel-changes.ts';
import { Said, useWords } from '../../words/use-words.tsx';

type Props = Pick<PreferencesFieldsFragment, 'digestHour' | 'digestWeekday'>;

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** When what is collected comes. */
export function DigestTime({ digestHour, digestWeekday }: Props) {
  const say = useWords();
  const { setDigestTime } = useChannelChanges();
  return (
    <p className="digest-time">
      <Said
        of="preferences.digestsAt"
        with={{
          hour: (
            <FewSelect
              aria-label={say('preferences.digestHour')}
              data={HOURS}
              value={String(digestHour)}
              onChange={(hour) => void setDigestTime(Number(hour), digestWeekday)}
            />
          ),
          day: (
            <FewSelect
              aria-label={say('preferences.digestDay')}
              data={WEEKDAYS.map((weekday) => ({ value: weekday, label: weekdayName(weekday) }))}
              value={digestWeekday}
              onChange={(weekday) => void setDigestTime(digestHour, weekday)}
            />
          ),
        }}
      />
    </p>
  );
}
