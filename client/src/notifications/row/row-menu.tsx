import {
  IconAdjustmentsHorizontal,
  IconClock,
  IconHelpCircle,
  IconPin,
  IconPinnedOff,
  IconSquareCheck,
  IconTrash,
} from '@tabler/icons-react';
import { useContext, type MouseEvent } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useArchiving } from '../../inbox/acts/use-archiving.ts';
import { useTriage } from '../../inbox/acts/use-triage.ts';
import { isElsewhere } from '../../ui/attention/use-whole-link.ts';
import { FloatingMenu } from '../../ui/layers/floating-menu.tsx';
import { MenuItem, MenuLink } from '../../ui/layers/menu.tsx';
import { RowSelection } from '../list/row-selection.ts';
import { WHY } from '../notification-target.ts';
import { PagesContext } from '../pages.ts';
import { useDetailPath } from '../use-detail-path.ts';
import { useWords } from '../../words/use-words.tsx';
import { RowMuting } from './muting.ts';

type Props = {
  row: NotificationRowFragment;
  titleId: string;
  anchor: HTMLElement;
  /** The reader follows a link. */
  onFollow: (() => void) | undefined;
  /** When it shall come back is to be asked. */
  onSnooze: () => void;
  onClose: () => void;
};

/** What else can be done with a row. */
export function RowMenu({ row, titleId, anchor, onFollow, onSnooze, onClose }: Props) {
  const say = useWords();
  const { id, title, category, isPinned, subject } = row;
  const { remove } = useArchiving();
  const { pin } = useTriage();
  const selection = useContext(RowSelection);
  const muting = useContext(RowMuting);
  const pages = useContext(PagesContext);
  const detailPath = useDetailPath(id);
  const follow = (event: MouseEvent) => isElsewhere(event) || onFollow?.();
  const PinIcon = isPinned ? IconPinnedOff : IconPin;
  return (
    <FloatingMenu anchor={anchor} heading={title} onClose={onClose}>
      <MenuItem
        onClick={(event) => {
          // Another menu takes its place: it is not closed yet.
          event.stopPropagation();
          onSnooze();
        }}
      >
        <IconClock stroke={1.7} aria-hidden="true" />
        {say('menu.snooze')}
      </MenuItem>
      <MenuItem onClick={() => void pin(id, !isPinned)}>
        <PinIcon stroke={1.7} aria-hidden="true" />
        {say(isPinned ? 'notification.unpin' : 'notification.pin')}
      </MenuItem>
      {selection && (
        <MenuItem onClick={() => selection.toggle(id, false)}>
          <IconSquareCheck stroke={1.7} aria-hidden="true" />
          {say(selection.isSelected(row) ? 'menu.deselect' : 'notification.select')}
        </MenuItem>
      )}
      {subject && muting?.inMenu(subject)}
      {pages.category && (
        <MenuLink to={pages.category(category)} onClick={follow}>
          <IconAdjustmentsHorizontal stroke={1.7} aria-hidden="true" />
          {say('menu.fewer')}
        </MenuLink>
      )}
      {detailPath !== null && (
        <MenuLink to={detailPath + WHY} aria-describedby={titleId} onClick={follow}>
          <IconHelpCircle stroke={1.7} aria-hidden="true" />
          {say('notification.whyQuestion')}
        </MenuLink>
      )}
      <MenuItem onClick={() => void remove(id)}>
        <IconTrash stroke={1.7} aria-hidden="true" />
        {say('notification.delete')}
      </MenuItem>
    </FloatingMenu>
  );
}
