import { useSyncExternalStore } from 'react';

let open: HTMLElement[] = [];
const listeners = new Set<() => void>();

/** A modal element has opened: everything outside of it is out of reach until the returned function is called. */
export function enterTopLayer(element: HTMLElement): () => void {
  change([...open, element]);
  return () => change(open.filter((other) => other !== element));
}

/** Where to draw what must be reached in any case; null for the page itself. */
export function useTopLayer(): HTMLElement | null {
  return useSyncExternalStore(subscribe, () => open.at(-1) ?? null);
}

function change(now: HTMLElement[]): void {
  open = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
