import type { Pace } from '../../generated/graphql.ts';
import { FewSelect } from '../../ui/fields/few-select.tsx';

const PACES: { value: Pace; label: string }[] = [
  { value: 'NOW', label: 'At once' },
  { value: 'DAILY', label: 'Daily' },
  { value: 'WEEKLY', label: 'Weekly' },
];

type Props = { name: string; value: Pace; onChange: (pace: Pace) => void };

/** How soon what is still unread is sent. */
export function PaceSelect({ name, value, onChange }: Props) {
  return <FewSelect aria-label={name} data={PACES} value={value} onChange={onChange} />;
}
