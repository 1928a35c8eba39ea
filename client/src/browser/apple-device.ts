/** Whether ⌘ is here what Ctrl is elsewhere. */
export function isAppleDevice(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}
