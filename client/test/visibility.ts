/** Whether the reader sees this tab, from now on: the browser says so, and tells whoever listens. */
export function showTab(state: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { get: () => state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Whether what is typed goes to this tab, from now on. */
export function focusTab(isFocused: boolean): void {
  Object.defineProperty(document, 'hasFocus', { value: () => isFocused, configurable: true });
  window.dispatchEvent(new Event(isFocused ? 'focus' : 'blur'));
}
