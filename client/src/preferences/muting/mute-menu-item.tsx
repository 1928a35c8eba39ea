import { IconBell, IconBellOff } from '@tabler/icons-react';
import { nameOf, type Subject } from '../../inbox/subjects/subject.ts';
import { MenuItem } from '../../ui/layers/menu.tsx';
import { useWords } from '../../words/use-words.tsx';
import { useMuting } from './use-muting.ts';

/** The same in the menu of a row: a toast says afterwards what that means, and leads back. */
export function MuteMenuItem({ subject }: { subject: Subject }) {
  const say = useWords();
  const muting = useMuting(subject);
  if (!muting) return null;
  const { isMuted, toggle } = muting;
  const Icon = isMuted ? IconBell : IconBellOff;
  return (
    <MenuItem onClick={() => void toggle(true)}>
      <Icon stroke={1.7} aria-hidden="true" />
      <span className="mute-name">
        {say(isMuted ? 'muting.unmute' : 'muting.mute', { name: nameOf(subject) })}
      </span>
    </MenuItem>
  );
}
