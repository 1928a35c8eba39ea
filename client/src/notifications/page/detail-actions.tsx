import { IconExternalLink } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { useTriage } from '../../inbox/acts/use-triage.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { LatePlace } from '../../ui/layers/late-place.tsx';
import { lazyPart } from '../../ui/page/lazy-part.ts';
import { SmartLink } from '../../ui/words/smart-link.tsx';
import { useCommands } from '../../shortcuts/use-commands.ts';
import { targetOf } from '../notification-target.ts';
import { useNotificationCommands } from '../row/use-row-commands.ts';
import { useWords } from '../../words/use-words.tsx';
import { withWords } from '../../words/load.ts';

const SnoozeMenu = lazyPart(() =>
  withWords('acts', import('../snooze/snooze-menu.tsx')).then((module) => module.SnoozeMenu),
);

/** What can be done with a notification on its own page. */
export function DetailActions({ notification }: { notification: NotificationRowFragment }) {
  const say = useWords();
  const { id, isRead, isPinned, snoozedUntil } = notification;
  const { mark } = useMarking();
  const { archive, unarchive, remove } = useArchiving();
  const { snooze, wake, pin } = useTriage();
  const [snoozeAt, setSnoozeAt] = useState<HTMLElement | null>(null);
  const isArchived = notification.archivedAt !== null;
  const place = useRef<HTMLDivElement>(null);
  useCommands(useNotificationCommands(place, notification), { around: () => place.current });
  return (
    <div ref={place} className="detail-actions">
      <Target notification={notification} />
      <Button variant="default" onClick={() => void mark(id, !isRead)}>
        {say(isRead ? 'notification.markUnread' : 'notification.markRead')}
      </Button>
      <Button variant="default" onClick={() => void (isArchived ? unarchive(id) : archive(id))}>
        {say(isArchived ? 'notification.moveBack' : 'notification.archive')}
      </Button>
      {snoozedUntil === null ? (
        <Button
          variant="default"
          data-command="snooze"
          aria-haspopup="menu"
          onClick={({ currentTarget }) => setSnoozeAt(currentTarget)}
        >
          {say('notification.snooze')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => void wake(id)}>
          {say('notification.wake')}
        </Button>
      )}
      <Button variant="default" onClick={() => void pin(id, !isPinned)}>
        {say(isPinned ? 'notification.unpin' : 'notification.pin')}
      </Button>
      <Button variant="subtle" color="red" onClick={() => void remove(id)}>
        {say('notification.delete')}
      </Button>
      <LatePlace onClose={() => setSnoozeAt(null)}>
        {snoozeAt && (
          <SnoozeMenu
            anchor={snoozeAt}
            onSnooze={(until) => void snooze(id, until)}
            onClose={() => setSnoozeAt(null)}
          />
        )}
      </LatePlace>
    </div>
  );
}

function Target({ notification }: { notification: NotificationRowFragment }) {
  const target = targetOf(notification);
  if (!target) return null;
  return (
    <SmartLink
      to={target.url}
      className="button"
      // What is asked comes first.
      data-variant={notification.actions.length > 0 ? 'default' : 'filled'}
    >
      {target.label}
      {target.url.kind === 'external' && <IconExternalLink size={15} aria-hidden="true" />}
    </SmartLink>
  );
}
