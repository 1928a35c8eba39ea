import { useWaitingCount } from '../../inbox/offline/waiting.ts';
import './waiting-notice.css';

/** Says that what the reader did is shown, and not yet done. */
export function WaitingNotice() {
  const count = useWaitingCount();
  return (
    <div role="status">
      {count > 0 && (
        <p className="waiting-notice">
          {count === 1 ? 'One change waits' : `${count} changes wait`} on this device until you are online.
        </p>
      )}
    </div>
  );
}
