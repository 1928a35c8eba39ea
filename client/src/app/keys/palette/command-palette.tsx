import { useEffect, useState } from 'react';
import type { CommandName } from '../../../shortcuts/shortcuts.ts';
import { Palette } from './palette.tsx';
import { useChoices, useSearchChoice } from './use-choices.ts';
import { useMarkAll } from './use-mark-all.ts';

type Props = {
  /** What could be done where the focus was. */
  offered: CommandName[];
  onClose: () => void;
};

/** The palette of a signed-in reader, and the question that one of its choices may ask when it has gone. */
export function CommandPalette({ offered, onClose }: Props) {
  const [isChoosing, setChoosing] = useState(true);
  const { markAll, question } = useMarkAll();
  const choices = useChoices(offered, markAll);
  const choiceFor = useSearchChoice();
  const isOver = !isChoosing && !question;
  useEffect(() => {
    if (isOver) onClose();
  }, [isOver, onClose]);
  return (
    <>
      {isChoosing && <Palette choices={choices} choiceFor={choiceFor} onClose={() => setChoosing(false)} />}
      {question}
    </>
  );
}
