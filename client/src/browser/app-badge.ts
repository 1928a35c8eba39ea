/** The number at the app's icon, where it is installed and the browser has such; 0 takes it away. */
export function setAppBadge(unread: number): void {
  const { setAppBadge } = navigator as Partial<Pick<Navigator, 'setAppBadge'>>;
  void setAppBadge?.call(navigator, unread).catch(() => undefined);
}
