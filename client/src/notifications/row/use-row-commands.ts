import type { RefObject } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { useTriage } from '../../inbox/acts/use-triage.ts';
import type { CommandName } from '../../shortcuts/shortcuts.ts';
import { useCommands } from '../../shortcuts/use-commands.ts';
import { titleLinkOf } from './title-link.ts';

type Row = Pick<NotificationRowFragment, 'id' | 'isRead' | 'archivedAt' | 'isPinned'>;
type Place = RefObject<HTMLElement | null>;

/** What can be done by keys with the row that has the focus. */
export function useRowCommands(article: Place, row: Row): void {
  const commands = useNotificationCommands(article, row);
  const open = () => titleLinkOf(article.current)?.click();
  const select = () => press(article, 'select');
  useCommands({ ...commands, open, select }, { within: () => article.current });
}

/** What can be done by keys with a notification, in a row or on its page. */
export function useNotificationCommands(place: Place, { id, isRead, archivedAt, isPinned }: Row) {
  const { mark } = useMarking();
  const { archive, unarchive, remove } = useArchiving();
  const { pin } = useTriage();
  const isArchived = archivedAt !== null;
  const change = { [isRead ? 'markAsUnread' : 'markAsRead']: () => void mark(id, !isRead) };
  return {
    archive: () => void (isArchived ? unarchive(id) : archive(id)),
    ...(!isArchived && change),
    pin: () => void pin(id, !isPinned),
    // Until when is asked beside the button.
    snooze: () => press(place, 'snooze'),
    remove: () => void remove(id),
  };
}

/** What there is a control for, by its `data-command`. */
function press(place: Place, command: CommandName): void {
  place.current?.querySelector<HTMLElement>(`[data-command="${command}"]`)?.click();
}
