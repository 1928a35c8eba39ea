import type { ComponentProps, ReactNode } from 'react';

export type Toast = Omit<ComponentProps<'div'>, 'title' | 'id'> & {
  id: string;
  title?: ReactNode;
  message: ReactNode;
  icon?: ReactNode;
  color?: 'red';
  /** How often it was said anew: equal words are to be spoken again. */
  times?: number;
  /** It is on the screen now, and no longer waiting for others to go. */
  onOpen?: () => void;
  /** It is going, whoever took it away. */
  onClose?: () => void;
};

let toasts: Toast[] = [];
const listeners = new Set<() => void>();

/** What lies on the page for a while, oldest first. */
export const toastStore = {
  get: () => toasts,

  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  show(toast: Toast): void {
    if (!toasts.some(({ id }) => id === toast.id)) change([...toasts, toast]);
  },

  /** Other words for one that is shown already; it keeps whatever is not said anew. */
  update(toast: Partial<Toast> & { id: string }): void {
    const renewed = (known: Toast) => ({ ...known, ...toast, times: (known.times ?? 0) + 1 });
    change(toasts.map((known) => (known.id === toast.id ? renewed(known) : known)));
  },

  hide(id: string): void {
    const going = toasts.find((toast) => toast.id === id);
    if (!going) return;
    change(toasts.filter((toast) => toast !== going));
    going.onClose?.();
  },

  clean(): void {
    change([]);
  },
};

function change(now: Toast[]): void {
  toasts = now;
  for (const listener of listeners) listener();
}
