import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useRef } from 'react';
import { nameOf, type Subject } from '../../inbox/subjects/subject.ts';
import { useKeyHint } from '../../shortcuts/key-words.ts';
import { useCommands } from '../../shortcuts/use-commands.ts';
import { IconButton } from '../../ui/buttons/icon-button.tsx';
import { showToast } from '../../ui/layers/toast.ts';
import { useMuting } from './use-muting.ts';
import { useWords } from '../../words/use-words.tsx';
import { say } from '../../words/words.ts';

const READING_TIME = 6_000;

/** The same in a row, where there is no room for words: a toast has them afterwards. */
export function MuteIconButton({ subject }: { subject: Subject }) {
  const muting = useMuting(subject);
  if (!muting) return null;
  return <Known subject={subject} {...muting} />;
}

type Props = { subject: Subject } & NonNullable<ReturnType<typeof useMuting>>;

function Known({ subject, isMuted, toggle }: Props) {
  const say = useWords();
  const Icon = isMuted ? IconBell : IconBellOff;
  const label = say(isMuted ? 'muting.unmute' : 'muting.mute', { name: nameOf(subject) });
  const button = useRef<HTMLButtonElement>(null);
  const hint = useKeyHint('mute');
  const change = async () => {
    if (await toggle())
      showToast({ id: 'muting', role: 'status', message: wordsOf(subject, !isMuted) }, READING_TIME);
  };
  // While the focus is anywhere in its row.
  useCommands({ mute: () => void change() }, { within: () => button.current?.closest('article') ?? null });
  return (
    <IconButton
      ref={button}
      className="not-for-touch"
      aria-label={label}
      aria-keyshortcuts={hint.keys}
      title={hint.title(label)}
      onClick={() => void change()}
    >
      <Icon size={18} stroke={1.7} aria-hidden="true" />
    </IconButton>
  );
}

function wordsOf(subject: Subject, isMuted: boolean): string {
  const name = nameOf(subject);
  return say(isMuted ? 'muting.comesWithoutRinging' : 'wish.unmuted', { name });
}
