import { ConfirmDialog } from '../../ui/layers/confirm-dialog.tsx';

type Props = { title: string; onDelete: () => void; onClose: () => void };

export function DeleteDialog({ title, onDelete, onClose }: Props) {
  return (
    <ConfirmDialog title="Delete this notification?" action="Delete" onConfirm={onDelete} onClose={onClose}>
      <strong dir="auto">{title}</strong> will be gone for good, on all your devices.
    </ConfirmDialog>
  );
}
