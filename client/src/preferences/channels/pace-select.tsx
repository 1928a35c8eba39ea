import type { Pace } from '../../generated/graphql.ts';
import { FewSelect } from '../../ui/fields/few-select.tsx';
import { useWords } from '../../words/use-words.tsx';
import type { PlainKey } from '../../words/words.ts';

const PACES: { value: Pace; name: PlainKey }[] = [
  { value: 'NOW', name: 'preferences.paceNow' },
  { value: 'DAILY', name: 'preferences.paceDaily' },
  { value: 'WEEKLY', name: 'preferences.paceWeekly' },
];

type Props = { name: string; value: Pace; onChange: (pace: Pace) => void };

/** How soon what is still unread is sent. */
export function PaceSelect({ name, value, onChange }: Props) {
  const say = useWords();
  const data = PACES.map((pace) => ({ value: pace.value, label: say(pace.name) }));
  return <FewSelect aria-label={name} data={data} value={value} onChange={onChange} />;
}
