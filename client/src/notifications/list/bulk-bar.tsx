import {
  IconArchive,
  IconClock,
  IconInbox,
  IconMail,
  IconMailOpened,
  IconPin,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { useState, type ComponentProps } from 'react';
import type { InboxAct } from '../../generated/graphql.ts';
import type { InboxView } from '../../inbox/lists/filter.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { IconButton } from '../../ui/buttons/icon-button.tsx';
import { LatePlace } from '../../ui/layers/late-place.tsx';
import { lazyPart } from '../../ui/page/lazy-part.ts';
import './bulk-bar.css';

const SnoozeMenu = lazyPart(() => import('../snooze/snooze-menu.tsx').then((module) => module.SnoozeMenu));

type Props = {
  view: InboxView;
  /** How many are selected; null: all that the filter shows, and nobody knows how many that are. */
  count: number | null;
  /** How many rows are loaded. */
  loadedCount: number;
  /** Words for all that the filter shows, where more is there than is loaded and not all of it is selected. */
  offerOfAll: string | null;
  onAct: (act: InboxAct, until?: string) => void;
  onSelectLoaded: () => void;
  onSelectAll: () => void;
  onEnd: () => void;
};

/** What can be done with all that is selected, at once. */
export function BulkBar({ view, count, loadedCount, offerOfAll, ...props }: Props) {
  const { onAct, onSelectLoaded, onSelectAll, onEnd } = props;
  const [snoozeAt, setSnoozeAt] = useState<HTMLElement | null>(null);
  return (
    <section className="bulk-bar" aria-label="Selected notifications">
      <p className="bulk-count">{count === null ? 'All selected' : `${count} selected`}</p>
      {count !== null && count < loadedCount && (
        <Button variant="subtle" size="small" onClick={onSelectLoaded}>
          Select all {loadedCount} loaded
        </Button>
      )}
      {offerOfAll && (
        <Button variant="subtle" size="small" onClick={onSelectAll}>
          {offerOfAll}
        </Button>
      )}
      <div className="bulk-acts" role="group" aria-label="With these">
        {view !== 'archived' && (
          <>
            <BulkButton label="Mark as read" Icon={IconMailOpened} onClick={() => onAct('READ')} />
            <BulkButton label="Mark as unread" Icon={IconMail} onClick={() => onAct('UNREAD')} />
          </>
        )}
        {view === 'archived' && (
          <BulkButton label="Move back to inbox" Icon={IconInbox} onClick={() => onAct('UNARCHIVE')} />
        )}
        {view === 'snoozed' && (
          <BulkButton label="Wake now" Icon={IconInbox} onClick={() => onAct('UNSNOOZE')} />
        )}
        {view !== 'archived' && (
          <BulkButton label="Archive" Icon={IconArchive} onClick={() => onAct('ARCHIVE')} />
        )}
        <BulkButton
          label="Snooze"
          Icon={IconClock}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => setSnoozeAt(currentTarget)}
        />
        <BulkButton label="Pin" Icon={IconPin} onClick={() => onAct('PIN')} />
        <BulkButton label="Delete" Icon={IconTrash} onClick={() => onAct('DELETE')} />
      </div>
      <IconButton aria-label="End the selection" title="End the selection (Esc)" onClick={onEnd}>
        <IconX size={18} stroke={1.7} aria-hidden="true" />
      </IconButton>
      <LatePlace onClose={() => setSnoozeAt(null)}>
        {snoozeAt && (
          <SnoozeMenu
            anchor={snoozeAt}
            onSnooze={(until) => onAct('SNOOZE', until)}
            onClose={() => setSnoozeAt(null)}
          />
        )}
      </LatePlace>
    </section>
  );
}

type ButtonProps = Omit<ComponentProps<'button'>, 'title'> & { label: string; Icon: typeof IconMail };

/** In words where there is room for them. */
function BulkButton({ label, Icon, ...props }: ButtonProps) {
  return (
    <button type="button" {...props} className="bulk-button" title={label}>
      <Icon size={18} stroke={1.7} aria-hidden="true" />
      <span className="bulk-word">{label}</span>
    </button>
  );
}
