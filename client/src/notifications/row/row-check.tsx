import { use } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { RowSelection } from '../list/row-selection.ts';
import './row-check.css';

/** In the place of the icon, while the reader points at it or has selected something; with Shift it selects a range. */
export function RowCheck({ row }: { row: NotificationRowFragment }) {
  const selection = use(RowSelection);
  if (!selection) return null;
  return (
    <label
      className="note-check"
      data-on={selection.isOn || undefined}
      // With Shift a browser would select the text between.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <input
        type="checkbox"
        aria-label={`Select: ${row.title}`}
        aria-keyshortcuts="X"
        title="Select (X)"
        data-command="select"
        checked={selection.isSelected(row)}
        // A click tells of Shift, which a change does not.
        onClick={({ shiftKey }) => selection.toggle(row.id, shiftKey)}
        onChange={() => undefined}
      />
    </label>
  );
}
