import { createContext, useContext, type ReactNode } from 'react';
import type { NotificationRowFragment } from '../generated/graphql.ts';

/** What a host application may draw itself: the words of a heading, what stands beside it, an empty list, the bell's icon. */
export type PlaceName = 'header' | 'actions' | 'empty' | 'bell-icon';

/** What a list is like, for whoever draws what stands above it. */
export interface ListState {
  /** As the server counts it; undefined until it has said. */
  unreadCount: number | undefined;
  /** Marks all as read that the reader has been shown. Never rejects; tells whether it worked. */
  markAllAsRead: () => Promise<boolean>;
}

/** How a host application takes part in what is drawn on its pages. */
export interface Host {
  /** @returns what stands at this place: the host's own, else ours */
  place: (name: PlaceName, ours: ReactNode, list: ListState | undefined) => ReactNode;
  /** What the host draws within a row; undefined where it leaves that to us. */
  row?: ((row: NotificationRowFragment) => ReactNode) | undefined;
}

/** Undefined on our own pages. */
export const HostContext = createContext<Host | undefined>(undefined);

type PlaceProps = { name: PlaceName; list?: ListState; children: ReactNode };

/** A place that is the host's, where there is one. */
export function HostPlace({ name, list, children }: PlaceProps) {
  const host = useContext(HostContext);
  return <>{host ? host.place(name, children, list) : children}</>;
}
