import { IconBell, IconBellOff } from '@tabler/icons-react';
import { isolated } from '../../../../server/src/platform/text/bidi.ts';
import { nameOf, type Subject } from '../../inbox/subjects/subject.ts';
import { IconButton } from '../../ui/buttons/icon-button.tsx';
import { showToast } from '../../ui/layers/toast.ts';
import { useMuting } from './use-muting.ts';
import { useWords } from '../../words/use-words.tsx';
import { say } from '../../words/words.ts';

const READING_TIME = 6_000;

/** The same in a row, where there is no room for words: a toast has them afterwards. */
export function MuteIconButton({ subject }: { subject: Subject }) {
  const say = useWords();
  const muting = useMuting(subject);
  if (!muting) return null;
  const { isMuted, toggle } = muting;
  const Icon = isMuted ? IconBell : IconBellOff;
  const label = say(isMuted ? 'muting.unmute' : 'muting.mute', { name: isolated(nameOf(subject)) });
  const change = async () => {
    if (await toggle())
      showToast({ id: 'muting', role: 'status', message: wordsOf(subject, !isMuted) }, READING_TIME);
  };
  return (
    <IconButton className="not-for-touch" aria-label={label} title={label} onClick={() => void change()}>
      <Icon size={18} stroke={1.7} aria-hidden="true" />
    </IconButton>
  );
}

function wordsOf(subject: Subject, isMuted: boolean): string {
  const name = isolated(nameOf(subject));
  return say(isMuted ? 'muting.comesWithoutRinging' : 'wish.unmuted', { name });
}
