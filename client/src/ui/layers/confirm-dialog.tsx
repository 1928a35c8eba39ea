import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from '../buttons/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import './confirm-dialog.css';

type Props = {
  title: string;
  /** What the button says that goes through with it. */
  action: string;
  tone?: 'danger' | 'primary';
  children: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
};

/**
 * Asks before what cannot be undone, or not easily. The browser's own dialog: it keeps the focus in and gives it back, and it lies
 * within whatever opened it, so that a panel does not take a click in it for one elsewhere.
 */
export function ConfirmDialog({ title, action, tone = 'danger', children, onConfirm, onClose }: Props) {
  const say = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const confirm = () => {
    // Before the deed, so that the focus is where it was when what had it goes away.
    close();
    onConfirm();
  };
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className="confirm-body">
        <h2 id={`${id}-title`}>{title}</h2>
        <p id={`${id}-text`}>{children}</p>
        <div className="confirm-actions">
          <Button variant="default" onClick={close}>
            {say('ui.cancel')}
          </Button>
          <Button {...(tone === 'danger' && { color: 'red' })} onClick={confirm}>
            {action}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
