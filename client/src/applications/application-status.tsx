import { IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import type { ApplicationStatus } from '../generated/graphql.ts';
import { useWords } from '../words/use-words.tsx';

const LOOKS = {
  SUBMITTED: { name: 'application.SUBMITTED', Icon: IconClock },
  APPROVED: { name: 'application.APPROVED', Icon: IconCircleCheck },
  REJECTED: { name: 'application.REJECTED', Icon: IconCircleX },
} as const satisfies Record<ApplicationStatus, unknown>;

export function StatusBadge({ status }: { status: ApplicationStatus }) {
  const say = useWords();
  const { name, Icon } = LOOKS[status];
  return (
    <span className="status" data-status={status}>
      <Icon size={15} stroke={2} aria-hidden="true" />
      {say(name)}
    </span>
  );
}
