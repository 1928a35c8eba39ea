import { IconBell, IconBellOff } from '@tabler/icons-react';
import { isolated } from '../../../../server/src/platform/text/bidi.ts';
import { nameOf, type Subject } from '../../inbox/subjects/subject.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { useMuting } from './use-muting.ts';
import './mute-button.css';

/** Stops, or lets go on, whatever rings and is sent about one thing; its entries come all the same. */
export function MuteButton({ subject }: { subject: Subject }) {
  const muting = useMuting(subject);
  if (!muting) return null;
  const { isMuted, toggle } = muting;
  const Icon = isMuted ? IconBell : IconBellOff;
  return (
    <div className="mute">
      <Button
        variant="default"
        icon={<Icon size={17} stroke={1.8} aria-hidden="true" />}
        onClick={() => void toggle(false)}
      >
        <span className="mute-name">{`${isMuted ? 'Unmute' : 'Mute'} “${isolated(nameOf(subject))}”`}</span>
      </Button>
      <span className="mute-note" role="status">
        {isMuted && 'Muted: it neither rings nor sends e-mails. Its entries still come to your inbox.'}
      </span>
    </div>
  );
}
