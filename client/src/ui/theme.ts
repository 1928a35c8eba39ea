import { useSyncExternalStore } from 'react';
import { inBrowser } from '../browser/kept.ts';

export type Theme = 'light' | 'dark' | 'auto';

// The name that readers' browsers have known it by since the first version, and before-paint.js with them.
const KEY = 'mantine-color-scheme-value';

const root = document.documentElement;
const listeners = new Set<() => void>();

/** The colours chosen in this browser; `auto` follows the device. The attribute by which the style sheets go says it. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => known(root.dataset['theme']));
}

export function chooseTheme(theme: Theme): void {
  inBrowser.write(KEY, theme);
  apply(theme);
}

/** Goes along when it is changed in another tab. */
export function followTheme(): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === KEY) apply(known(newValue));
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}

function apply(theme: Theme): void {
  if (theme === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  for (const listener of listeners) listener();
}

function known(theme: string | null | undefined): Theme {
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
