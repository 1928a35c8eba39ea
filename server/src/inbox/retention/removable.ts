import type { Parameters } from '../parameters.ts';

/** Rows whose time is over, and in which order they are taken. */
export interface Removable {
  /** On `notifications n`. */
  readonly condition: (parameters: Parameters) => string;
  /** The oldest first, as an index has them (016-retention.ts, 025-triage-indexes.ts). */
  readonly order: string;
}

/**
 * What is asked and not yet answered stays until it is: nobody could answer it any more. So does what its reader keeps
 * in view, or for later.
 */
const UNLESS_SPARED = 'n.actions is null and n.pinned_at is null and n.snoozed_until is null';

/** As its sender has said, whatever became of it. */
const expired: Removable = {
  condition: () => 'n.expires_at <= now()',
  order: 'n.expires_at',
};

/** Read so long ago: what is unread, or was opened today however old it is, stays. */
const readBefore = (days: number): Removable => ({
  condition: (parameters) =>
    `n.read_at <= now() - make_interval(secs => ${parameters.add(days * 86_400)}) and ${UNLESS_SPARED}`,
  order: 'n.read_at',
});

/** The one place that says what is removed by itself, and what is spared. @param days undefined: what is read stays */
export const removableAfter = (days: number | undefined): readonly Removable[] =>
  days === undefined ? [expired] : [expired, readBefore(days)];
