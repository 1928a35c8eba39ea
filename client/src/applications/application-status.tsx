import { IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import type { ApplicationStatus } from '../generated/graphql.ts';

const LOOKS = {
  SUBMITTED: { label: 'Awaiting review', Icon: IconClock },
  APPROVED: { label: 'Approved', Icon: IconCircleCheck },
  REJECTED: { label: 'Rejected', Icon: IconCircleX },
} as const satisfies Record<ApplicationStatus, unknown>;

export function StatusBadge({ status }: { status: ApplicationStatus }) {
  const { label, Icon } = LOOKS[status];
  return (
    <span className="status" data-status={status}>
      <Icon size={15} stroke={2} aria-hidden="true" />
      {label}
    </span>
  );
}
