import type { CommandName } from '../../../shortcuts/shortcuts.ts';
import { Palette } from './palette.tsx';
import { useChoices, useSearchChoice } from './use-choices.ts';
import { useMarkAll } from './use-mark-all.ts';

type Props = {
  /** What could be done where the focus was. */
  offered: CommandName[];
  onClose: () => void;
};

/** The palette of a signed-in reader. */
export function CommandPalette({ offered, onClose }: Props) {
  const choices = useChoices(offered, useMarkAll());
  return <Palette choices={choices} choiceFor={useSearchChoice()} onClose={onClose} />;
}
