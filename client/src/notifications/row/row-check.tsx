import { useContext } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { RowSelection } from '../list/row-selection.ts';
import { useKeyHint } from '../../shortcuts/key-words.ts';
import { useWords } from '../../words/use-words.tsx';
import './row-check.css';

/** In the place of the icon, while the reader points at it or has selected something; with Shift it selects a range. */
export function RowCheck({ row }: { row: NotificationRowFragment }) {
  const say = useWords();
  const hint = useKeyHint('select');
  const selection = useContext(RowSelection);
  if (!selection) return null;
  const label = say('notification.select');
  return (
    <label
      className="note-check"
      data-on={selection.isOn || undefined}
      // With Shift a browser would select the text between.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <input
        type="checkbox"
        aria-label={say('notification.doAbout', { action: label, title: row.title })}
        aria-keyshortcuts={hint.keys}
        title={hint.title(label)}
        data-command="select"
        checked={selection.isSelected(row)}
        // A click tells of Shift, which a change does not.
        onClick={({ shiftKey }) => selection.toggle(row.id, shiftKey)}
        onChange={() => undefined}
      />
    </label>
  );
}
