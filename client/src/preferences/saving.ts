import { useSyncExternalStore } from 'react';

/** What became of the last change: there is no button to save, so the page says it. */
export type Saving = { isUnderWay: boolean; said: string };

const NOTHING: Saving = { isUnderWay: false, said: '' };
const SHOWN_FOR = 4_000;

let saving = NOTHING;
let underWay = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Follows a change until it is saved; then says so in these words. One that failed is told by a toast, not here. */
export async function showSaving(change: Promise<boolean>, words: string): Promise<boolean> {
  clearTimeout(timer);
  underWay++;
  set({ isUnderWay: true, said: '' });
  const isSaved = await change;
  underWay--;
  if (underWay === 0) {
    set(isSaved ? { isUnderWay: false, said: words } : NOTHING);
    timer = setTimeout(() => set(NOTHING), SHOWN_FOR);
  }
  return isSaved;
}

export function useSaving(): Saving {
  return useSyncExternalStore(subscribe, () => saving);
}

function set(next: Saving): void {
  saving = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
