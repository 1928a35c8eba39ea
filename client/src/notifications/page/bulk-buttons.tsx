import { useApolloClient } from '@apollo/client/react';
import { IconArchive, IconChecks } from '@tabler/icons-react';
import type { NotificationFilter } from '../../generated/graphql.ts';
import { matchesFilter } from '../../inbox/lists/filter.ts';
import { pruneList } from '../../inbox/lists/lists.ts';
import type { useNotifications } from '../../inbox/use-notifications.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { useWords } from '../../words/use-words.tsx';

type Props = {
  inbox: ReturnType<typeof useNotifications>;
  filter: NotificationFilter;
  /** What came later is spared. */
  seenSeq: number | undefined;
};

/** At once, since all of it can be undone. @param unreadCount undefined where nobody knows it */
export function MarkAllButton({
  inbox,
  filter,
  seenSeq,
  unreadCount,
}: Props & { unreadCount: number | undefined }) {
  const say = useWords();
  const { cache } = useApolloClient();
  const markAll = () =>
    void inbox.markAllAsRead(seenSeq).then((isMarked) => {
      if (isMarked && filter.state === 'UNREAD') pruneList(cache, filter);
    });
  return (
    <Button
      variant="default"
      icon={<IconChecks size={17} aria-hidden="true" />}
      disabled={unreadCount === 0}
      onClick={markAll}
    >
      <span className="list-act">{say('notification.markAllAsRead')}</span>
    </Button>
  );
}

/** For a part of the inbox: nobody means to archive all of it by one click. */
export function ArchiveAllButton({ inbox, filter, seenSeq }: Props) {
  const say = useWords();
  const { cache } = useApolloClient();
  const count = inbox.hasMore
    ? undefined
    : inbox.notifications.filter((row) => matchesFilter(row, filter)).length;
  const archiveAll = () =>
    void inbox.archiveAll(seenSeq).then((isArchived) => {
      if (isArchived) pruneList(cache, filter);
    });
  return (
    <Button
      variant="default"
      icon={<IconArchive size={17} aria-hidden="true" />}
      disabled={count === 0}
      onClick={archiveAll}
    >
      <span className="list-act">{say('notification.archiveAll')}</span>
    </Button>
  );
}
