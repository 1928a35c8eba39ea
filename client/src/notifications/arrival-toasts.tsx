import { notifications } from '@mantine/notifications';
import { Link } from 'react-router';
import type { NotificationRowFragment } from '../generated/graphql.ts';
import { toastQuietly } from '../ui/toast.ts';
import { NotificationIcon } from './notification-icon.tsx';

const READING_TIME = 8_000;
const MOST_AT_ONCE = 3;
const WORTH_A_LINE = 3;

/** One toast for each arrival, or a single line for many; what came while we were away never makes a storm. */
export function toastArrivals(rows: NotificationRowFragment[], replayed: boolean): void {
  if (replayed) {
    if (rows.length > WORTH_A_LINE) toastQuietly(`${rows.length} new while you were away`);
  } else if (rows.length > MOST_AT_ONCE) {
    toastQuietly(`${rows.length} new notifications`);
  } else {
    rows.forEach(toastArrival);
  }
}

/** Read somewhere: its toast has done its work. */
export function hideToasts(ids: string[]): void {
  for (const id of ids) notifications.hide(id);
}

function toastArrival({ id, title, message, type }: NotificationRowFragment): void {
  const hide = () => notifications.hide(id);
  notifications.show({
    id,
    // The live region of the inbox announces it; an alert as well would interrupt and say it twice.
    role: 'group',
    autoClose: READING_TIME,
    icon: <NotificationIcon type={type} />,
    className: 'arrival-toast',
    title: (
      <Link to={`/notifications/${id}`} onClick={hide} className="arrival-title" dir="auto">
        {title}
      </Link>
    ),
    message: (
      <span className="arrival-message" dir="auto">
        {message}
      </span>
    ),
    closeButtonProps: { 'aria-label': 'Dismiss' },
  });
}
