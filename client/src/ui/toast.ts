import type { SyntheticEvent } from 'react';
import { toastStore as notifications, type Toast as ToastData } from './toast-store.ts';

const READING_TIME = 6_000;

type Toast = Omit<ToastData, 'id'> & { id?: string };

/** Something failed and was undone: say why, calmly. */
export function toastFailure(what: string, why: string): void {
  showToast({ title: what, message: why, color: 'red' }, READING_TIME);
}

/** A line in passing, which a live region or the page itself says as well. */
export function toastQuietly(message: string, onClose?: () => void): string {
  return showToast({ ...SAID_ELSEWHERE, message, ...(onClose && { onClose }) }, READING_TIME);
}

/** For a toast that is announced by another live region: this one would say it twice. */
export const SAID_ELSEWHERE = { role: 'status', 'aria-live': 'off' } as const;

// A click on a toast is not one outside of an open panel, which it often speaks of.
const NOT_ELSEWHERE = {
  onMouseDown: (event: SyntheticEvent) => event.stopPropagation(),
  onTouchStart: (event: SyntheticEvent) => event.stopPropagation(),
};

let made = 0;
const open = new Map<string, Patience>();

/**
 * Stays for the reading time, and for as long as the pointer or the focus is on it: Mantine's own timer waits for the
 * pointer only. Shown again under the same id it gets the new words and its time anew.
 */
export function showToast({ id = `toast-${++made}`, onClose, ...toast }: Toast, readingTime: number): string {
  const known = open.get(id);
  if (known) {
    notifications.update({ ...toast, id });
    known.restart();
    return id;
  }
  const patience = new Patience(readingTime, () => notifications.hide(id));
  open.set(id, patience);
  notifications.show({
    ...toast,
    id,
    onClose: (closed) => {
      patience.end();
      open.delete(id);
      onClose?.(closed);
    },
    onMouseEnter: () => patience.hold('pointer'),
    onMouseLeave: () => patience.release('pointer'),
    onFocusCapture: () => patience.hold('focus'),
    onBlurCapture: () => patience.release('focus'),
    ...NOT_ELSEWHERE,
  });
  return id;
}

/** Takes everything off the screen, as if each toast had been closed. */
export function clearToasts(): void {
  for (const id of [...open.keys()]) notifications.hide(id);
  notifications.clean();
}

/** A time that runs out only while nobody holds it. */
class Patience {
  #holds = new Set<'pointer' | 'focus'>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #time: number;
  #onEnd: () => void;

  constructor(time: number, onEnd: () => void) {
    this.#time = time;
    this.#onEnd = onEnd;
    this.restart();
  }

  restart(): void {
    clearTimeout(this.#timer);
    if (this.#holds.size === 0) this.#timer = setTimeout(this.#onEnd, this.#time);
  }

  hold(by: 'pointer' | 'focus'): void {
    this.#holds.add(by);
    clearTimeout(this.#timer);
  }

  release(by: 'pointer' | 'focus'): void {
    this.#holds.delete(by);
    this.restart();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
