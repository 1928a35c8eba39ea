import { useSyncExternalStore } from 'react';
import { inBrowser } from '../browser/kept.ts';

const KEY = 'carillon-single-keys';
const listeners = new Set<() => void>();
/** What was last read, while somebody listens: every button of every row asks. */
let known: boolean | null = null;

/** Whether letters and signs by themselves do something in this browser; they do until its reader says no. */
export function areSingleKeysOn(): boolean {
  return known ?? read();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, areSingleKeysOn);
}

export function chooseSingleKeys(areOn: boolean): void {
  if (areOn) inBrowser.remove(KEY);
  else inBrowser.write(KEY, 'off');
  tell();
}

const read = (): boolean => inBrowser.read(KEY) !== 'off';

function tell(): void {
  if (listeners.size > 0) known = read();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('storage', tell);
    known = read();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('storage', tell);
    known = null;
  };
}
