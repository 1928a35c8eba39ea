import { IconX } from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '../buttons/icon-button.tsx';
import { toastStore, type Toast } from './toast-store.ts';
import { useTopLayer } from './top-layer.ts';
import { useWords } from '../../words/use-words.tsx';
import { useEffectEvent } from '../use-effect-event.ts';
import './toaster.css';

/** Draws the toasts, the oldest first; those beyond the limit wait for their turn. */
export function Toaster({ limit }: { limit: number }) {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get);
  const layer = useTopLayer();
  const shown = (
    <div className="toaster" data-apart>
      {toasts.slice(0, limit).map((toast) => (
        <ToastBox key={toast.id} toast={toast} />
      ))}
    </div>
  );
  // Below a modal sheet it could be neither seen nor reached.
  return layer ? createPortal(shown, layer) : shown;
}

function ToastBox({ toast }: { toast: Toast }) {
  const { id, title, message, icon, color, times, onOpen, onClose: _, className = '', ...rest } = toast;
  const say = useWords();
  const opened = useEffectEvent(() => onOpen?.());
  useEffect(() => opened(), []);
  // Put there anew each time it is said: in words that are the same a screen reader hears no change.
  const isSpoken = rest['aria-live'] !== 'off';
  return (
    <div
      role="alert"
      {...rest}
      data-toast={id}
      className={`toast ${className}`}
      part="toast"
      data-color={color}
    >
      {icon}
      <div key={isSpoken ? times : undefined} className="toast-text">
        {title && <div className="toast-title">{title}</div>}
        <div className="toast-message">{message}</div>
      </div>
      <IconButton aria-label={say('ui.dismiss')} onClick={() => toastStore.hide(id)}>
        <IconX size={16} stroke={1.8} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
