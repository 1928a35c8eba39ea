import { useMemo, type ReactNode } from 'react';
import {
  HostContext,
  type Host,
  type ListState,
  type PlaceName,
} from '../../../src/notifications/host-places.tsx';
import type { NotificationRowFragment } from '../../../src/generated/graphql.ts';
import { Boundary } from '../../../src/ui/page/boundary.tsx';
import { Slotted } from './slotted.tsx';
import { useRowActs, type RowActs } from './use-row-acts.ts';

/**
 * What a host draws itself, in its own page and with its own styles. What is left out is drawn as ever, and so is what fails
 * to be drawn.
 */
export interface Drawing {
  /** The inside of a row. The row itself, its name, its place in the list and its keys stay ours. */
  renderRow?: ((notification: NotificationRowFragment, acts: RowActs) => ReactNode) | undefined;
  /** What stands in an empty list, below its first line. */
  renderEmpty?: (() => ReactNode) | undefined;
  /** The words of the heading. */
  renderHeader?: ((list: ListState) => ReactNode) | undefined;
  /** What stands beside the heading, in the place of “Mark all read”. */
  renderActions?: ((list: ListState) => ReactNode) | undefined;
}

type Props = {
  by: Drawing;
  /** Makes a row without React, where the host has none. */
  nodeOfRow?: ((notification: NotificationRowFragment, acts: RowActs) => Node) | undefined;
  children: ReactNode;
};

/** Draws what the host wants to draw itself where it belongs. */
export function Drawn({
  by: { renderRow, renderEmpty, renderHeader, renderActions },
  nodeOfRow,
  children,
}: Props) {
  const host = useMemo<Host>(() => {
    const ofList = { header: renderHeader, actions: renderActions };
    const own = (name: PlaceName, list: ListState | undefined) => {
      if (name === 'empty') return renderEmpty?.();
      return name !== 'bell-icon' && list ? ofList[name]?.(list) : undefined;
    };
    const draw = renderRow ?? nodeOfRow;
    return {
      place: (name, ours, list) => (
        <Boundary of={list} fallback={<Slotted name={name}>{ours}</Slotted>}>
          <OwnPlace name={name} draw={() => own(name, list)}>
            {ours}
          </OwnPlace>
        </Boundary>
      ),
      row: draw && ((row) => <OwnRow row={row} draw={draw} />),
    };
  }, [renderRow, renderEmpty, renderHeader, renderActions, nodeOfRow]);
  return <HostContext.Provider value={host}>{children}</HostContext.Provider>;
}

type PlaceProps = { name: PlaceName; draw: () => ReactNode; children: ReactNode };

function OwnPlace({ name, draw, children }: PlaceProps) {
  return (
    <Slotted name={name} own={draw()}>
      {children}
    </Slotted>
  );
}

type RowProps = {
  row: NotificationRowFragment;
  draw: (notification: NotificationRowFragment, acts: RowActs) => ReactNode | Node;
};

function OwnRow({ row, draw }: RowProps) {
  return <Slotted name={`row-${row.id}`} own={draw(row, useRowActs(row.id))} />;
}
