import { IconArchive, IconClock, IconPin } from '@tabler/icons-react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { fullMoment, momentWords } from '../../ui/words/moment.ts';
import { useNow } from '../../ui/words/relative-time.tsx';
import { Said, useWords } from '../../words/use-words.tsx';
import './row-state.css';

type Props = { row: Pick<NotificationRowFragment, 'isPinned' | 'snoozedUntil' | 'archivedAt'> };

/** Where its reader has put a row, in words and not by a colour: pinned, snoozed until then, or archived all the same. */
export function RowState({ row: { isPinned, snoozedUntil, archivedAt } }: Props) {
  const say = useWords();
  return (
    <>
      {isPinned && (
        <span className="note-state">
          <IconPin size={13} stroke={2} aria-hidden="true" />
          {say('notification.isPinned')}
        </span>
      )}
      {isPinned && archivedAt !== null && (
        <span className="note-state">
          <IconArchive size={13} stroke={2} aria-hidden="true" />
          {say('notification.archived')}
        </span>
      )}
      {snoozedUntil !== null && <SnoozedUntil at={snoozedUntil} />}
    </>
  );
}

function SnoozedUntil({ at }: { at: string }) {
  const time = Date.parse(at);
  const moment = (
    <time dateTime={at} title={fullMoment(time)}>
      {momentWords(time, useNow())}
    </time>
  );
  return (
    <span className="note-state">
      <IconClock size={13} stroke={2} aria-hidden="true" />
      <span>
        <Said of="notification.snoozedUntil" with={{ moment }} />
      </span>
    </span>
  );
}
