import { IconBell, IconCircleCheck, IconCircleX, IconFileText } from '@tabler/icons-react';
import type { NotificationRowFragment } from '../generated/graphql.ts';
import { Avatar } from '../ui/words/avatar.tsx';
import './notification-icon.css';

const LOOKS = new Map([
  ['application_submitted', { Icon: IconFileText, tone: 'primary' }],
  ['application_approved', { Icon: IconCircleCheck, tone: 'good' }],
  ['application_rejected', { Icon: IconCircleX, tone: 'bad' }],
]);

type Props = { of: Pick<NotificationRowFragment, 'type' | 'actors'> };

/** So many faces still tell one from another. */
const MOST_FACES = 2;

/** Who did it, the last two if they were several, with what they did on the corner where that is known; where nobody is named, that alone. */
export function NotificationIcon({ of: { type, actors } }: Props) {
  const look = LOOKS.get(type);
  if (actors.length > 0) {
    const faces = actors.slice(0, MOST_FACES);
    return (
      <span className="note-icon" part="row-icon" data-faces={faces.length} aria-hidden="true">
        {faces.map((actor) => (
          <Avatar key={actor.actorId ?? actor.name} {...actor} />
        ))}
        {look && (
          <span className="note-kind" data-tone={look.tone}>
            <look.Icon size={13} stroke={2} />
          </span>
        )}
      </span>
    );
  }
  const { Icon, tone } = look ?? { Icon: IconBell, tone: 'plain' };
  return (
    <span className="note-icon" part="row-icon" data-tone={tone} aria-hidden="true">
      <Icon size={19} stroke={1.7} />
    </span>
  );
}
