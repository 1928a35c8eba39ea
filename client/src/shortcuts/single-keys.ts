import { useSyncExternalStore } from 'react';
import { inBrowser } from '../browser/kept.ts';

const KEY = 'carillon-single-keys';
const listeners = new Set<() => void>();

/** Whether letters and signs by themselves do something in this browser; they do until its reader says no. */
export function areSingleKeysOn(): boolean {
  return inBrowser.read(KEY) !== 'off';
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, areSingleKeysOn);
}

export function chooseSingleKeys(areOn: boolean): void {
  if (areOn) inBrowser.remove(KEY);
  else inBrowser.write(KEY, 'off');
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
