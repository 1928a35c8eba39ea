import { Link } from 'react-router';
import type { NotificationRowFragment } from '../generated/graphql.ts';
import { toastStore as notifications } from '../ui/toast-store.ts';
import { SAID_ELSEWHERE, showToast, toastQuietly } from '../ui/toast.ts';
import { NotificationIcon } from './notification-icon.tsx';

const READING_TIME = 8_000;
const MOST_AT_ONCE = 3;
const WORTH_A_LINE = 3;

const shown = new Set<string>();
let panelsOpen = 0;

/** One toast for each arrival, or a single line for many; what came while we were away never makes a storm. */
export function toastArrivals(rows: NotificationRowFragment[], replayed: boolean): void {
  if (panelsOpen > 0) return;
  if (replayed) {
    if (rows.length > WORTH_A_LINE) toastLine(`${rows.length} new while you were away`);
  } else if (rows.length > MOST_AT_ONCE) {
    toastLine(`${rows.length} new notifications`);
  } else {
    rows.forEach(toastArrival);
  }
}

/** Read, archived or removed somewhere: its toast has done its work. */
export function hideToasts(ids: Iterable<string>): void {
  for (const id of ids) notifications.hide(id);
}

/** While the panel is open it shows what arrives, and what has arrived: a toast would say it twice. */
export function holdToasts(): () => void {
  panelsOpen++;
  hideToasts([...shown]);
  return () => void panelsOpen--;
}

/** Says it in passing; not beside an open panel, which shows what it speaks of. */
export function toastLine(text: string): void {
  if (panelsOpen > 0) return;
  const id = toastQuietly(text, () => shown.delete(id));
  shown.add(id);
}

function toastArrival({ id, title, message, type }: NotificationRowFragment): void {
  const hide = () => notifications.hide(id);
  shown.add(id);
  const toast = {
    id,
    ...SAID_ELSEWHERE,
    onClose: () => shown.delete(id),
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
  };
  showToast(toast, READING_TIME);
}
