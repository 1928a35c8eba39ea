import type { RefObject } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { useCommands } from '../../shortcuts/use-commands.ts';

const LINK = 'a.note-title';

type Row = Pick<NotificationRowFragment, 'id' | 'isRead' | 'archivedAt'>;

/** What can be done by keys with the row that has the focus. */
export function useRowCommands(
  article: RefObject<HTMLElement | null>,
  row: Row,
  onDelete: (id: string) => void,
): void {
  const commands = useNotificationCommands(row, () => onDelete(row.id));
  const open = () => article.current?.querySelector<HTMLElement>(LINK)?.click();
  useCommands({ ...commands, open }, { within: () => article.current });
}

/** What can be done by keys with a notification, in a row or on its page. */
export function useNotificationCommands({ id, isRead, archivedAt }: Row, remove: () => void) {
  const { markAsRead, markAsUnread } = useMarking();
  const { archive, unarchive } = useArchiving();
  const isArchived = archivedAt !== null;
  return {
    archive: () => void (isArchived ? unarchive(id) : archive(id)),
    ...(!isArchived &&
      (isRead ? { markAsUnread: () => void markAsUnread(id) } : { markAsRead: () => void markAsRead(id) })),
    remove,
  };
}
