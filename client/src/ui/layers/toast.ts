import type { ReactNode, SyntheticEvent } from 'react';
import { toastStore as notifications, type Toast as ToastData } from './toast-store.ts';

const READING_TIME = 6_000;

type Toast = Omit<ToastData, 'id' | 'onOpen' | 'onClose'> & {
  id?: string;
  /** It went; by the reader's hand, or by itself. */
  onClose?: (isSentAway: boolean) => void;
};

/** Something failed and was undone: say why, calmly. */
export function toastFailure(what: string, why: ReactNode): void {
  // Under one name: when everything fails at once, it is said once.
  showToast({ id: failureId(what), title: what, message: why, color: 'red' }, READING_TIME);
}

/** It is tried again: what it says is over. */
export const hideFailure = (what: string): void => hideToast(failureId(what));

const failureId = (what: string) => `failure: ${what}`;

/** A line in passing, which a live region or the page itself says as well. */
export function toastQuietly(message: string, onClose?: () => void): string {
  return showToast({ ...SAID_ELSEWHERE, message, ...(onClose && { onClose }) }, READING_TIME);
}

/** It has done its work. */
export function hideToast(id: string): void {
  open.get(id)?.end();
  notifications.hide(id);
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
 * Stays for the reading time (null: until somebody sends it away), which begins when it shows and not while it waits for
 * others to go, and for as long as the pointer or the focus is on it. Shown again under the same id it gets the new words
 * and its time anew.
 */
export function showToast(
  { id = `toast-${++made}`, onClose, ...toast }: Toast,
  readingTime: number | null,
): string {
  const known = open.get(id);
  if (known) {
    notifications.update({ ...toast, id });
    known.restart();
    return id;
  }
  const patience = new Patience(readingTime, () => hideToast(id));
  open.set(id, patience);
  notifications.show({
    ...toast,
    id,
    onOpen: () => patience.begin(),
    onClose: () => {
      const isSentAway = !patience.hasEnded;
      patience.end();
      open.delete(id);
      onClose?.(isSentAway);
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
  for (const id of [...open.keys()]) hideToast(id);
  notifications.clean();
}

/** A time that runs out once it has begun, and only while nobody holds it. */
class Patience {
  hasEnded = false;
  #hasBegun = false;
  #holds = new Set<'pointer' | 'focus'>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #time: number | null;
  #onEnd: () => void;

  constructor(time: number | null, onEnd: () => void) {
    this.#time = time;
    this.#onEnd = onEnd;
  }

  begin(): void {
    // Only once: it may be drawn anew elsewhere.
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.restart();
  }

  restart(): void {
    clearTimeout(this.#timer);
    if (this.#time === null || !this.#hasBegun || this.#holds.size > 0) return;
    this.#timer = setTimeout(this.#onEnd, this.#time);
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
    this.hasEnded = true;
    clearTimeout(this.#timer);
  }
}
