import type { ApolloLink } from '@apollo/client';

/** One transport by which changes come in. */
export type Rung = {
  link: ApolloLink;
  /** Asks at once whether the other side is still there; without an answer what is open is given up. */
  verify: () => void;
  /** For good, also in the middle of an attempt that fails: that is nobody's failure any more. */
  dispose: () => void;
};

/** How an attempt ended: */
export type Ending =
  /** after a while in which the other side was heard, */
  | 'lasted'
  /** by a word of the server's, which therefore comes through, */
  | 'answered'
  /** at once, */
  | 'cut'
  /** or since nothing came. */
  | 'silent';

/** Told how each attempt ended, and by which close code, if it was one that a socket or stream of the server's has. */
export type OnEnd = (ending: Ending, closeCode?: number) => void;

/** How long is waited for what, in milliseconds. */
export type Patience = {
  /** For the first word of the other side. */
  firstWord: number;
  /** An attempt that was heard of after so long is none of those that are cut at once. */
  lasting: number;
  /** From one poll to the next, while the page is looked at, and while it is not. */
  polls: { visible: number; hidden: number };
  /** Before a better transport is tried again, the first time and at most. */
  climbs: { first: number; most: number };
};

export const PATIENCE: Patience = {
  firstWord: 8_000,
  lasting: 5_000,
  polls: { visible: 15_000, hidden: 60_000 },
  climbs: { first: 30_000, most: 300_000 },
};
