import { IconArchive, IconClock, IconPin } from '@tabler/icons-react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { fullMoment, momentWords } from '../../ui/words/moment.ts';
import { useNow } from '../../ui/words/relative-time.tsx';
import { Said, useWords } from '../../words/use-words.tsx';
import './row-state.css';

type Shown =
  'isPinned' | 'snoozedUntil' | 'archivedAt' | 'editedAt' | 'retractedAt' | 'isEscalated' | 'actions';
type Props = { row: Pick<NotificationRowFragment, Shown> };

/**
 * What has become of a row, in words and not by a colour: where its reader has put it (pinned, snoozed until then, or
 * archived all the same), and what its sender has done to it.
 */
export function RowState({ row }: Props) {
  const say = useWords();
  const { isPinned, snoozedUntil, archivedAt } = row;
  return (
    <>
      {isPinned && (
        <span className="note-state" part="chip">
          <IconPin size={13} stroke={2} aria-hidden="true" />
          {say('notification.isPinned')}
        </span>
      )}
      {isPinned && archivedAt !== null && (
        <span className="note-state" part="chip">
          <IconArchive size={13} stroke={2} aria-hidden="true" />
          {say('notification.archived')}
        </span>
      )}
      {snoozedUntil !== null && <SnoozedUntil at={snoozedUntil} />}
      <SenderState row={row} />
    </>
  );
}

function SenderState({ row: { editedAt, retractedAt, isEscalated, actions } }: Props) {
  const say = useWords();
  return (
    <>
      {editedAt !== null && (
        <time dateTime={editedAt} title={fullMoment(Date.parse(editedAt))}>
          {say('notification.edited')}
        </time>
      )}
      {retractedAt !== null && (
        <span className="note-state" part="chip">
          {say('notification.retracted')}
        </span>
      )}
      {isEscalated && actions.length > 0 && (
        <span className="note-state" part="chip">
          <IconClock size={13} stroke={2} aria-hidden="true" />
          {say('notification.escalated')}
        </span>
      )}
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
    <span className="note-state" part="chip">
      <IconClock size={13} stroke={2} aria-hidden="true" />
      <span>
        <Said of="notification.snoozedUntil" with={{ moment }} />
      </span>
    </span>
  );
}
