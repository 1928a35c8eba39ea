/** Whether the reader sees this tab, from now on: the browser says so, and tells whoever listens. */
export function showTab(state: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { get: () => state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}
