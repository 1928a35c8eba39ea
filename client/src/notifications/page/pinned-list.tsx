import { useEffect, useId, useState } from 'react';
import { inBrowser } from '../../browser/kept.ts';
import type { useNotifications } from '../../inbox/use-notifications.ts';
import { NotificationFeed } from '../list/notification-feed.tsx';
import { useWords } from '../../words/use-words.tsx';
import { useEffectEvent } from '../../ui/use-effect-event.ts';
import './pinned-list.css';

/** So many can be pinned, so that one page has them all. */
export const MOST_PINNED = 50;

const FOLDED = 'carillon-pinned-folded';

/** What its reader wants at hand, above the inbox, which stays in its order; can be folded away. */
export function PinnedList({ pinned }: { pinned: ReturnType<typeof useNotifications> }) {
  const say = useWords();
  const id = useId();
  const [isFolded, setFolded] = useState(() => inBrowser.read(FOLDED) !== null);
  const { notifications, hasMore, loadMore } = pinned;
  // After a gap the list is read anew, from its first page.
  const fill = useEffectEvent(() => void loadMore());
  useEffect(() => {
    if (hasMore) fill();
  }, [hasMore, notifications.length]);
  if (notifications.length === 0) return null;
  return (
    <details
      className="pinned"
      open={!isFolded}
      onToggle={({ currentTarget: { open } }) => {
        setFolded(!open);
        if (open) inBrowser.remove(FOLDED);
        else inBrowser.write(FOLDED, '1');
      }}
    >
      <summary className="pinned-head">
        <h2 id={id}>
          {say('notification.pinned')} <span className="pinned-count">{notifications.length}</span>
        </h2>
      </summary>
      {!isFolded && <NotificationFeed rows={notifications} label={say('notification.pinned')} />}
    </details>
  );
}
