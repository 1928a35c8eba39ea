import { useLayoutEffect, useRef, type ReactNode } from 'react';
import './sheet.css';
import { enterTopLayer } from './top-layer.ts';

type Props = { id?: string; label: string; onClose: () => void; children: ReactNode };

/** All over the screen of a phone. The browser's own dialog keeps the focus in, and gives it back. */
export function Sheet({ id, label, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const sheet = dialog.current;
    if (!sheet) return;
    sheet.showModal();
    const leave = enterTopLayer(sheet);
    return () => {
      leave();
      // While it still stands: only a dialog that is closed gives the focus back.
      sheet.close();
    };
  }, []);
  // Told a task later: by then it may have gone, or a development build may have opened it again.
  const onClosed = () => dialog.current?.open === false && onClose();
  return (
    <dialog ref={dialog} id={id} className="sheet" aria-label={label} onClose={onClosed}>
      {children}
    </dialog>
  );
}
