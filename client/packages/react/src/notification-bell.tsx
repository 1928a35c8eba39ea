import { NotificationBell as Bell } from '../../../src/notifications/bell/notification-bell.tsx';
import { Drawn, type Drawing } from './drawing.tsx';
import { Shadow, type HostProps } from './shadow.tsx';

/**
 * A button with a bell that says how many notifications are unread, and opens the latest of them. It stands in a shadow root:
 * its looks are changed by the custom properties `--carillon-*` and by `::part()`, which docs/embedding.md lists.
 */
export function NotificationBell(props: HostProps & Drawing) {
  const { renderRow, renderEmpty, renderHeader, renderActions, ...host } = props;
  return (
    <Shadow {...host} of="bell">
      <Drawn by={{ renderRow, renderEmpty, renderHeader, renderActions }}>
        <Bell />
      </Drawn>
    </Shadow>
  );
}
