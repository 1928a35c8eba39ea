import { IconChecks } from '@tabler/icons-react';
import type { useNotifications } from '../../inbox/use-notifications.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { Icon } from '../../ui/icons.ts';
import { useWords } from '../../words/use-words.tsx';

type Props = {
  inbox: Pick<ReturnType<typeof useNotifications>, 'unreadCount' | 'markAllAsRead'>;
  /** What came after it was not seen. */
  upToSeq: number | undefined;
};

/** The small button above a list. */
export function MarkAllRead({ inbox: { unreadCount, markAllAsRead }, upToSeq }: Props) {
  const say = useWords();
  return (
    <Button
      variant="subtle"
      size="small"
      icon={
        <Icon name="markAllRead">
          <IconChecks size={16} aria-hidden="true" />
        </Icon>
      }
      disabled={!unreadCount}
      onClick={() => void markAllAsRead(upToSeq)}
    >
      {say('notification.markAllRead')}
    </Button>
  );
}
