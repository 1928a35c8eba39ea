/** The rows from the first to the last, both included. */
export type Stretch = { first: number; last: number };

/** What is drawn at most, with the row that has the focus and those beside it: fewer than a hundred. */
export const MOST = 90;

type Place = {
  count: number;
  heightOf: (index: number) => number;
  /** A row, and where its top is, from the top of the screen down. */
  index: number;
  top: number;
  screen: number;
  /** How far beyond the screen rows are drawn, above and below. */
  beyond: number;
};

/** The rows that fill the screen and what is beyond it, as far as there are so many. */
export function stretchAround({ count, heightOf, index, top, screen, beyond }: Place): Stretch {
  let first = index;
  let last = index;
  let above = top;
  let below = top + heightOf(index);
  const isFull = () => last - first + 1 >= MOST;
  // Both ways by turns: where there are too many for one stretch, those nearest to the row are drawn.
  for (;;) {
    const isOpenBelow = below < screen + beyond && last < count - 1;
    const isOpenAbove = above > -beyond && first > 0;
    if (isFull() || (!isOpenBelow && !isOpenAbove)) return { first, last };
    if (isOpenBelow) below += heightOf(++last);
    if (isOpenAbove && !isFull()) above -= heightOf(--first);
  }
}

/** Which row is so far down the list. */
export function rowAt(offset: number, count: number, heightOf: (index: number) => number): number {
  let end = 0;
  for (let index = 0; index < count; index++) {
    end += heightOf(index);
    if (end > offset) return index;
  }
  return Math.max(0, count - 1);
}

export type DrawnRow = { index: number; gapBefore: number; gapAfter: number };

/** The rows of the stretch and the others, in order, each with the room for those that are left out around it. */
export function withGaps(
  { first, last }: Stretch,
  others: readonly number[],
  count: number,
  sum: (from: number, to: number) => number,
): DrawnRow[] {
  const inside = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  const outside = others.filter((index) => index >= 0 && index < count && (index < first || index > last));
  const indexes = [...inside, ...outside].sort((a, b) => a - b);
  return indexes.map((index, position) => ({
    index,
    gapBefore: sum((indexes[position - 1] ?? -1) + 1, index),
    gapAfter: position === indexes.length - 1 ? sum(index + 1, count) : 0,
  }));
}
