import type { PreferencesFieldsFragment } from '../../generated/graphql.ts';
import { FewSelect } from '../../ui/fields/few-select.tsx';
import { WEEKDAYS } from '../quiet/quiet-week.ts';
import { useChannelChanges } from './use-channel-changes.ts';

type Props = Pick<PreferencesFieldsFragment, 'digestHour' | 'digestWeekday'>;

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));
const DAYS = WEEKDAYS.map(({ weekday, name }) => ({ value: weekday, label: name }));

/** When what is collected comes. */
export function DigestTime({ digestHour, digestWeekday }: Props) {
  const { setDigestTime } = useChannelChanges();
  return (
    <p className="digest-time">
      Digests come at{' '}
      <FewSelect
        aria-label="Hour of digests"
        data={HOURS}
        value={String(digestHour)}
        onChange={(hour) => void setDigestTime(Number(hour), digestWeekday)}
      />{' '}
      in your time zone, weekly ones on{' '}
      <FewSelect
        aria-label="Day of weekly digests"
        data={DAYS}
        value={digestWeekday}
        onChange={(weekday) => void setDigestTime(digestHour, weekday)}
      />
    </p>
  );
}
