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
import { useWords } from '../../words/use-words.tsx';
import { withWords } from '../../words/load.ts';
import './bulk-bar.css';

const SnoozeMenu = lazyPart(() =>
  withWords('acts', import('../snooze/snooze-menu.tsx')).then((module) => module.SnoozeMenu),
);

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
  const say = useWords();
  const [snoozeAt, setSnoozeAt] = useState<HTMLElement | null>(null);
  const end = say('bulk.end');
  return (
    <section className="bulk-bar" aria-label={say('bulk.label')}>
      <p className="bulk-count">
        {count === null ? say('notification.allSelected') : say('notification.selected', { count })}
      </p>
      {count !== null && count < loadedCount && (
        <Button variant="subtle" size="small" onClick={onSelectLoaded}>
          {say('bulk.selectLoaded', { count: loadedCount })}
        </Button>
      )}
      {offerOfAll && (
        <Button variant="subtle" size="small" onClick={onSelectAll}>
          {offerOfAll}
        </Button>
      )}
      <div className="bulk-acts" role="group" aria-label={say('bulk.acts')}>
        {view !== 'archived' && (
          <>
            <BulkButton
              label={say('notification.markRead')}
              Icon={IconMailOpened}
              onClick={() => onAct('READ')}
            />
            <BulkButton
              label={say('notification.markUnread')}
              Icon={IconMail}
              onClick={() => onAct('UNREAD')}
            />
          </>
        )}
        {view === 'archived' && (
          <BulkButton
            label={say('notification.moveBack')}
            Icon={IconInbox}
            onClick={() => onAct('UNARCHIVE')}
          />
        )}
        {view === 'snoozed' && (
          <BulkButton label={say('notification.wake')} Icon={IconInbox} onClick={() => onAct('UNSNOOZE')} />
        )}
        {view !== 'archived' && (
          <BulkButton
            label={say('notification.archive')}
            Icon={IconArchive}
            onClick={() => onAct('ARCHIVE')}
          />
        )}
        <BulkButton
          label={say('notification.snooze')}
          Icon={IconClock}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => setSnoozeAt(currentTarget)}
        />
        <BulkButton label={say('notification.pin')} Icon={IconPin} onClick={() => onAct('PIN')} />
        <BulkButton label={say('notification.delete')} Icon={IconTrash} onClick={() => onAct('DELETE')} />
      </div>
      <IconButton
        aria-label={end}
        title={say('notification.withKey', { label: end, key: say('key.esc') })}
        onClick={onEnd}
      >
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
