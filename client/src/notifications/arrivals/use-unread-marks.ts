import { useEffect } from 'react';
import { setAppBadge } from '../../browser/app-badge.ts';
import { markTabIcon } from '../../browser/tab-icon.ts';
import { useUnreadInTitle } from '../../ui/page/document-title.ts';

/**
 * Shows one number wherever it can be seen from outside of the page: in the tab's title, as a dot on its icon, and at
 * the app's icon, which other tabs and the worker set as well.
 * @param unread undefined while nobody knows: what the app's icon shows then stands
 */
export function useUnreadMarks(unread: number | undefined): void {
  const isAny = Boolean(unread);
  useUnreadInTitle(unread ?? 0);
  useEffect(() => {
    markTabIcon(isAny);
    return () => markTabIcon(false);
  }, [isAny]);
  useEffect(() => {
    if (unread !== undefined) setAppBadge(unread);
  }, [unread]);
}
