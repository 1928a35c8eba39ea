import type { UnreadByCategory } from './categories.ts';

/** The counters of one inbox as they stood at `seq`. */
export interface InboxState {
  readonly id: string;
  readonly userId: string;
  /** The history of the database that `seq` belongs to, read in the same moment. */
  readonly epoch: string;
  readonly seq: number;
  readonly unread: number;
  readonly unseen: number;
  readonly categories: UnreadByCategory;
}

export type Position = Pick<InboxState, 'userId' | 'epoch' | 'seq'>;
