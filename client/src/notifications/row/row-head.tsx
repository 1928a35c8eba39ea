import { IconArrowUp } from '@tabler/icons-react';
import { useWords } from '../../words/use-words.tsx';
import './row-head.css';

/** Where a row stands. */
export type RowPlace = {
  /** Counted from one. */
  position: number;
  /** How many there are; -1 where that is not known. */
  setSize?: number;
  /** Room for rows that are not drawn. */
  gapBefore?: number;
  gapAfter?: number;
  /** The day that begins with it. */
  day?: string | undefined;
  /** All above it is new to the reader, and this one is not. */
  isFirstKnown?: boolean;
  /** Its own page is open beside the list. */
  isOpen?: boolean;
};

/** As the list's element says it, and with the room for what is not drawn around it. */
export function placeOf({ position, setSize = -1, gapBefore = 0, gapAfter = 0, isOpen = false }: RowPlace) {
  const isApart = gapBefore > 0 || gapAfter > 0;
  return {
    'aria-posinset': position,
    'aria-setsize': setSize,
    'aria-current': isOpen || undefined,
    style: isApart ? { marginBlockStart: gapBefore, marginBlockEnd: gapAfter } : undefined,
  };
}

/** What stands above a row, within it: a list of articles has nothing else between them. */
export function RowHead({ day, isFirstKnown = false }: Pick<RowPlace, 'day' | 'isFirstKnown'>) {
  const say = useWords();
  return (
    <>
      {isFirstKnown && (
        <div role="separator" aria-label={say('notification.newSince')} className="note-divider">
          <IconArrowUp size={14} stroke={2} aria-hidden="true" />
          {say('notification.newSince')}
        </div>
      )}
      {day && (
        <h2 className="feed-day" part="day">
          {day}
        </h2>
      )}
    </>
  );
}
