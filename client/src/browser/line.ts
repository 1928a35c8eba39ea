/** Whether there is any network, as far as the browser knows; where nobody says, there is. */
export function isOnline(): boolean {
  return (globalThis.navigator as Partial<Navigator> | undefined)?.onLine !== false;
}

/** Calls back whenever that changes. Outside of a browser it never does. */
export function onLineChange(listener: () => void, signal: AbortSignal): void {
  for (const type of ['online', 'offline']) globalThis.addEventListener?.(type, listener, { signal });
}
