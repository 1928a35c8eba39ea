import { useLayoutEffect, type ReactNode, type RefObject } from 'react';

type Props = {
  /** By which it is closed at once: the focus is back where it was when that call returns. */
  dialog: RefObject<HTMLDialogElement | null>;
  className: string;
  label: string;
  onClose: () => void;
  children: ReactNode;
};

/**
 * In front of everything, until it is answered or left by Escape or a click beside it. The browser's own dialog: it keeps
 * the focus in and gives it back. Keys that are pressed in it are nobody else's.
 */
export function ModalDialog({ dialog, className, label, onClose, children }: Props) {
  // Before what is in it may ask for the focus.
  useLayoutEffect(() => dialog.current?.showModal(), [dialog]);
  // Told a task later: by then a development build may have opened it again.
  const onClosed = () => dialog.current?.open === false && onClose();
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-label={label}
      onClose={onClosed}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      {children}
    </dialog>
  );
}
