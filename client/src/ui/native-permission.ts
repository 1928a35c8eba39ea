import { useSyncExternalStore } from 'react';

/** What the browser and the reader together allow. `off`: granted, but switched off here. */
export type NativeState = 'unsupported' | 'ask' | 'on' | 'off' | 'denied';

const KEY = 'carillon-native-notifications';
const listeners = new Set<() => void>();

function nativeState(): NativeState {
  if (!('Notification' in window) || !window.isSecureContext) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  if (Notification.permission === 'default') return 'ask';
  return localStorage.getItem(KEY) === 'off' ? 'off' : 'on';
}

export function useNativeState(): NativeState {
  useSyncExternalStore(subscribe, () => localStorage.getItem(KEY));
  return useSyncExternalStore(subscribe, nativeState);
}

export function isNativeOn(): boolean {
  return nativeState() === 'on';
}

/** Asks the browser; call it from a click only, since a "no" given in surprise is a "no" for ever. */
export async function turnNativeOn(): Promise<void> {
  localStorage.setItem(KEY, 'on');
  if ('Notification' in window && Notification.permission === 'default')
    await Notification.requestPermission();
  changed();
}

export function turnNativeOff(): void {
  localStorage.setItem(KEY, 'off');
  changed();
}

export function mayAskSoftly(): boolean {
  return nativeState() === 'ask' && localStorage.getItem(KEY) !== 'not-now';
}

export function rememberNotNow(): void {
  localStorage.setItem(KEY, 'not-now');
  changed();
}

function changed(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('focus', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('focus', listener);
  };
}
