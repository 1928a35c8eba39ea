import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useViewerQuery } from '../../generated/hooks.ts';
import './outcome.css';

/** The types that ask their reader for a decision. */
const QUESTIONS = new Set(['application_submitted']);

const OUTCOMES = {
  APPROVED: { verb: 'approved', Icon: IconCircleCheck },
  REJECTED: { verb: 'rejected', Icon: IconCircleX },
} as const;

type Props = { notification: NotificationRowFragment; id?: string };

/** What became of what a notification asks for: "You approved this". Nothing as long as that is open. */
export function NotificationOutcome({ notification: { type, application }, id }: Props) {
  if (!application || application.status === 'SUBMITTED' || !QUESTIONS.has(type)) return null;
  const { status, decidedBy } = application;
  const { verb, Icon } = OUTCOMES[status];
  return (
    <p className="note-outcome" id={id} data-status={status}>
      <Icon size={16} stroke={2} aria-hidden="true" />
      <span>
        {decidedBy ? <Decider {...decidedBy} /> : 'Somebody'} {verb} this
      </span>
    </p>
  );
}

function Decider({ id, name }: { id: string; name: string }) {
  const viewerId = useViewerQuery().data?.viewer.id;
  return id === viewerId ? 'You' : <bdi>{name}</bdi>;
}
