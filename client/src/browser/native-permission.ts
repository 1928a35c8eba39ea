import { useSyncExternalStore } from 'react';
import { inBrowser } from './kept.ts';

/** What the browser and the reader together allow. `off`: granted, but switched off here. */
export type NativeState = 'unsupported' | 'ask' | 'on' | 'off' | 'denied';

const KEY = 'carillon-native-notifications';
/** The browser, by its name and version, that would not show any. */
const REFUSED_BY = 'carillon-native-refused-by';

const listeners = new Set<() => void>();

function nativeState(): NativeState {
  if (typeof Notification === 'undefined' || !window.isSecureContext || isRefused()) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  if (Notification.permission === 'default') return 'ask';
  return inBrowser.read(KEY) === 'off' ? 'off' : 'on';
}

export function useNativeState(): NativeState {
  useSyncExternalStore(subscribe, () => inBrowser.read(KEY));
  return useSyncExternalStore(subscribe, nativeState);
}

export function isNativeOn(): boolean {
  return nativeState() === 'on';
}

/** Undefined where the browser promises them and does not show them; from then on we do not promise them either. */
export function showNative(title: string, options: NotificationOptions): Notification | undefined {
  try {
    return new Notification(title, options);
  } catch {
    inBrowser.write(REFUSED_BY, navigator.userAgent);
    changed();
    return undefined;
  }
}

/**
 * Asks the browser; call it from a click only, since a "no" given in surprise is a "no" for ever.
 * @param example what is shown at once, so that nobody waits for what this browser does not show after all
 */
export async function turnNativeOn(example: { title: string; body: string }): Promise<void> {
  inBrowser.write(KEY, 'on');
  const isAsked = nativeState() === 'ask';
  if (isAsked) await Notification.requestPermission();
  if (isAsked && isNativeOn()) showNative(example.title, { body: example.body, tag: KEY });
  changed();
}

export function turnNativeOff(): void {
  inBrowser.write(KEY, 'off');
  changed();
}

export function mayAskSoftly(): boolean {
  return nativeState() === 'ask' && inBrowser.read(KEY) !== 'not-now';
}

export function rememberNotNow(): void {
  inBrowser.write(KEY, 'not-now');
  changed();
}

function isRefused(): boolean {
  return isIllegal() || inBrowser.read(REFUSED_BY) === navigator.userAgent;
}

/**
 * Chrome on Android has the constructor and lets nobody call it. Asked for actions, which are for service workers, it
 * throws in every browser that knows them, so that this never shows anything; only the reason differs.
 */
function isIllegal(): boolean {
  if (!('maxActions' in Notification)) return false;
  try {
    new Notification('', { actions: [{ action: 'none', title: 'None' }] } as object);
    return false;
  } catch (error) {
    return /illegal constructor/i.test(String(error));
  }
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
