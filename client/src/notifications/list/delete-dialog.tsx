import { ConfirmDialog } from '../../ui/layers/confirm-dialog.tsx';
import { Said, useWords } from '../../words/use-words.tsx';

type Props = { title: string; onDelete: () => void; onClose: () => void };

export function DeleteDialog({ title, onDelete, onClose }: Props) {
  const say = useWords();
  return (
    <ConfirmDialog
      title={say('notification.deleteThis')}
      action={say('notification.delete')}
      onConfirm={onDelete}
      onClose={onClose}
    >
      <Said of="notification.goneForGood" with={{ title: <strong dir="auto">{title}</strong> }} />
    </ConfirmDialog>
  );
}
