import { NotificationBell as Bell } from '../../../src/notifications/bell/notification-bell.tsx';
import { Shadow, type HostProps } from './shadow.tsx';

/**
 * A button with a bell that says how many notifications are unread, and opens the latest of them. It stands in a shadow root:
 * its looks are changed by the custom properties `--carillon-*`, which docs/embedding.md lists.
 */
export function NotificationBell(props: HostProps) {
  return (
    <Shadow {...props} of="bell">
      <Bell />
    </Shadow>
  );
}
