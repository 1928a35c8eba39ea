import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { ActionFragment, NotificationRowFragment } from '../../generated/graphql.ts';
import { useViewerQuery } from '../../generated/inbox.ts';
import { PersonName } from '../../ui/words/person-name.tsx';
import { RelativeTime } from '../../ui/words/relative-time.tsx';
import { Said, useWords } from '../../words/use-words.tsx';
import type { PlainKey } from '../../words/words.ts';
import './outcome.css';

type Props = {
  notification: Pick<NotificationRowFragment, 'outcome'>;
  id?: string;
  /** With what was said about it. */
  isWhole?: boolean;
};

/** What became of what a notification asks for: "Approved by Iris, 2 min ago". Nothing as long as that is open. */
export function NotificationOutcome({ notification: { outcome }, id, isWhole = false }: Props) {
  if (!outcome) return null;
  const { action, by, at, comment } = outcome;
  const Icon = action.style === 'DANGER' ? IconCircleX : IconCircleCheck;
  return (
    <>
      <p className="note-outcome" part="outcome" id={id} data-style={action.style}>
        <Icon size={16} stroke={2} aria-hidden="true" />
        <span>
          <Said
            of="notification.doneBy"
            with={{
              done: <Done action={action} />,
              doer: <Doer {...by} />,
              when: <RelativeTime at={at} />,
            }}
          />
        </span>
      </p>
      {isWhole && comment && (
        <blockquote className="outcome-comment prose" dir="auto">
          {comment}
        </blockquote>
      )}
    </>
  );
}

/** As a button says it, and afterwards. */
const AFTERWARDS = new Map<string, PlainKey>([
  ['Approve', 'notification.approved'],
  ['Reject', 'notification.rejected'],
]);

/** In the words of its button, which are the sender's and in any language; as done where we know how to say that. */
function Done({ action: { label } }: { action: Pick<ActionFragment, 'label'> }) {
  const say = useWords();
  const done = AFTERWARDS.get(label);
  return done ? say(done) : <Said of="ui.quoted" with={{ text: <bdi>{label}</bdi> }} />;
}

function Doer({ actorId, name }: { actorId: string | null; name: string }) {
  const say = useWords();
  const viewerId = useViewerQuery().data?.viewer.id;
  return actorId !== null && actorId === viewerId ? say('notification.you') : <PersonName name={name} />;
}
