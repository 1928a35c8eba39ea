import { IconCalendarTime, IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { serverTime } from '../../browser/server-time.ts';
import { FloatingMenu } from '../../ui/layers/floating-menu.tsx';
import { MenuItem } from '../../ui/layers/menu.tsx';
import { momentWords } from '../../ui/words/moment.ts';
import { useZone } from '../../ui/words/zone.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { snoozeChoices } from './snooze-times.ts';
import { useWords } from '../../words/use-words.tsx';

type Props = {
  /** The button that has opened it. */
  anchor: HTMLElement;
  /** @param until a `DateTime` */
  onSnooze: (until: string) => void;
  onClose: () => void;
};

/** When shall it come back? Each choice says its moment; another time is asked for in a dialog. */
export function SnoozeMenu({ anchor, onSnooze, onClose }: Props) {
  const say = useWords();
  useZone();
  const [now] = useState(() => serverTime());
  const [isChoosing, setChoosing] = useState(false);
  if (isChoosing) return <SnoozeDialog onChoose={(at) => onSnooze(at.toISOString())} onClose={onClose} />;
  return (
    <FloatingMenu anchor={anchor} heading={say('snooze.until')} onClose={onClose}>
      {snoozeChoices(now).map(({ label, at }) => (
        <MenuItem key={label} onClick={() => onSnooze(at.toISOString())}>
          <IconClock size={16} stroke={1.8} aria-hidden="true" />
          {label}
          <span className="menu-item-aside">{momentWords(at.getTime(), now)}</span>
        </MenuItem>
      ))}
      <MenuItem
        onClick={(event) => {
          // The dialog takes its place: it is not closed yet.
          event.stopPropagation();
          setChoosing(true);
        }}
      >
        <IconCalendarTime size={16} stroke={1.8} aria-hidden="true" />
        {say('snooze.anotherTime')}
      </MenuItem>
    </FloatingMenu>
  );
}
