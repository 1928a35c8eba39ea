import type { NotificationFilter } from '../../generated/graphql.ts';
import type { Doing } from '../acts/act-change.ts';

/** Something that a reader does, in words that can be kept: to these, or to all that a filter lets through. */
export type Meant = Doing & ({ ids: string[] } | { filter: NotificationFilter; upToSeq: number });

/** It takes back one that was done on this device before, by its id. */
export type Undoing = Pick<Doing, 'act'> & { undoes: string };

/** One that waits for the server, with what its reader saw of the inbox. */
export type OfflineAct = (Meant | Undoing) & {
  id: string;
  userId: string;
  at: number;
  epoch: string;
  sawSeq: number;
};
