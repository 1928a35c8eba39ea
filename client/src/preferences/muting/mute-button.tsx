import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useRef } from 'react';
import { nameOf, type Subject } from '../../inbox/subjects/subject.ts';
import { useKeyHint } from '../../shortcuts/key-words.ts';
import { useCommands } from '../../shortcuts/use-commands.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { useMuting } from './use-muting.ts';
import { useWords } from '../../words/use-words.tsx';
import './mute-button.css';

/** Stops, or lets go on, whatever rings and is sent about one thing; its entries come all the same. */
export function MuteButton({ subject }: { subject: Subject }) {
  const say = useWords();
  const muting = useMuting(subject);
  const place = useRef<HTMLDivElement>(null);
  const hint = useKeyHint('mute');
  useCommands(muting ? { mute: () => void muting.toggle(false) } : {}, { around: () => place.current });
  if (!muting) return null;
  const { isMuted, toggle } = muting;
  const Icon = isMuted ? IconBell : IconBellOff;
  return (
    <div ref={place} className="mute">
      <Button
        variant="default"
        aria-keyshortcuts={hint.keys}
        title={hint.title(isMuted ? 'Unmute' : 'Mute')}
        icon={<Icon size={17} stroke={1.8} aria-hidden="true" />}
        onClick={() => void toggle(false)}
      >
        <span className="mute-name">
          {say(isMuted ? 'muting.unmute' : 'muting.mute', { name: nameOf(subject) })}
        </span>
      </Button>
      <span className="mute-note" role="status">
        {isMuted && say('muting.isMuted')}
      </span>
    </div>
  );
}
