import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useEffectEvent } from '../use-effect-event.ts';
import './popover.css';

const EDGE = 8;

type Props = {
  /** By which its button names it. */
  id?: string;
  label: string;
  isOpen: boolean;
  onClose: () => void;
  /** What opens it; it gets the focus back. */
  button: ReactNode;
  children: ReactNode;
};

/**
 * A dialog that hangs on its button and is not modal: the page goes on behind it, and Tab leads out. Escape closes it
 * wherever the focus is, since whoever sees it expects that; so does a click elsewhere.
 */
export function Popover({ id, label, isOpen, onClose, button, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const returnFocus = () => place.current?.querySelector('button')?.focus();

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // What took it for itself (a list of options, a question) is in front.
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    onClose();
    returnFocus();
  });
  const onPress = useEffectEvent((event: Event) => {
    // Where we are drawn in a shadow, the page is told of that alone.
    if (place.current && event.composedPath().includes(place.current)) return;
    onClose();
    // After the click has moved the focus: back to the button, unless the reader went on to something.
    setTimeout(() => {
      if (!document.activeElement || document.activeElement === document.body) returnFocus();
    });
  });
  useLayoutEffect(() => {
    if (isOpen && box.current) keepInWindow(box.current);
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) return;
    const closing = new AbortController();
    const { signal } = closing;
    document.addEventListener('keydown', (event) => onKey(event), { signal });
    document.addEventListener('mousedown', (event) => onPress(event), { signal });
    document.addEventListener('touchstart', (event) => onPress(event), { signal, passive: true });
    return () => closing.abort();
  }, [isOpen]);

  return (
    <div ref={place} className="popover-place">
      {button}
      {isOpen && (
        <div ref={box} id={id} className="popover" role="dialog" aria-label={label}>
          {children}
        </div>
      )}
    </div>
  );
}

/** Its button may stand anywhere: at the beginning of a line there is no room before it. */
function keepInWindow(box: HTMLElement): void {
  const { left, right } = box.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  const shift = left < 0 ? EDGE - left : Math.min(0, clientWidth - right);
  if (shift !== 0) box.style.translate = `${shift}px`;
}
