import { useInsertionEffect, useMemo, useRef, useState } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import type { Selection } from './row-selection.ts';

type State = {
  ids: ReadonlySet<string>;
  /** All that the filter lets through, up to this seq; null: the ids alone. */
  allUpTo: number | null;
  /** Where a range begins: the one that was chosen last. */
  anchor: string | null;
};

const NOTHING: State = { ids: new Set(), allUpTo: null, anchor: null };

/**
 * Which rows of a list are selected. What arrives changes nothing of that; a row that has left is selected no more,
 * also when it comes back.
 * @param loaded all rows of the list
 * @param shown those that the reader sees, in their order
 */
export function useSelection(loaded: NotificationRowFragment[], shown: NotificationRowFragment[]) {
  const [state, setState] = useState(NOTHING);
  const present = useMemo(() => new Set(loaded.map(({ id }) => id)), [loaded]);
  const ids = useMemo(() => {
    const still = [...state.ids].filter((id) => present.has(id));
    return still.length === state.ids.size ? state.ids : new Set(still);
  }, [state.ids, present]);
  if (ids !== state.ids) setState({ ...state, ids });
  const { allUpTo, anchor } = state;
  const newest = useRef({ shown, state });
  useInsertionEffect(() => {
    newest.current = { shown, state: { ...state, ids } };
  });

  // Another one draws every row anew.
  const selection = useMemo<Selection>(
    () => ({
      isOn: ids.size > 0 || allUpTo !== null,
      isSelected: (row) => isSelectedIn({ ids, allUpTo }, row),
      toggle: (id, isRange) => setState(toggled(newest.current, id, isRange)),
    }),
    [ids, allUpTo],
  );
  const idsSelected = idsSelectedIn(state, shown);
  return {
    selection,
    /** Where the focus belongs when the selection ends. */
    anchor,
    /** The loaded ones, in the order that they are shown in. */
    idsSelected,
    isAll: allUpTo !== null,
    allUpTo,
    selectLoaded: () => setState({ ids: new Set(shown.map(({ id }) => id)), allUpTo: null, anchor }),
    selectAll: (upToSeq: number) => setState({ ids: new Set(), allUpTo: upToSeq, anchor }),
    end: () => setState(NOTHING),
  };
}

type Row = Pick<NotificationRowFragment, 'id' | 'seq'>;

const isSelectedIn = ({ ids, allUpTo }: Pick<State, 'ids' | 'allUpTo'>, { id, seq }: Row): boolean =>
  ids.has(id) || (allUpTo !== null && seq <= allUpTo);

const idsSelectedIn = (state: State, shown: Row[]): string[] =>
  shown.filter((row) => isSelectedIn(state, row)).map(({ id }) => id);

function toggled(
  known: { shown: NotificationRowFragment[]; state: State },
  id: string,
  isRange: boolean,
): State {
  const { shown, state } = known;
  // One that is taken out of all leaves those that are loaded.
  const chosen = new Set(state.allUpTo === null ? state.ids : idsSelectedIn(state, shown));
  const isOn = !chosen.has(id);
  const touched = isRange ? between(shown, state.anchor, id) : [id];
  for (const one of touched) {
    if (isOn) chosen.add(one);
    else chosen.delete(one);
  }
  return { ids: chosen, allUpTo: null, anchor: id };
}

function between(rows: NotificationRowFragment[], from: string | null, to: string): string[] {
  const ends = [from, to].map((id) => rows.findIndex((row) => row.id === id));
  const [first = 0, last = 0] = ends.sort((a, b) => a - b);
  return first === -1 ? [to] : rows.slice(first, last + 1).map(({ id }) => id);
}
