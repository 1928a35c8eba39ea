import { useWaitingCount } from '../../inbox/offline/use-waiting-count.ts';
import { useWords } from '../../words/use-words.tsx';
import './waiting-notice.css';

/** Says that what the reader did is shown, and not yet done. */
export function WaitingNotice() {
  const say = useWords();
  const count = useWaitingCount();
  return (
    <div role="status">
      {count > 0 && <p className="waiting-notice">{say('notification.changesWait', { count })}</p>}
    </div>
  );
}
