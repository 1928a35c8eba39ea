import type { InboxSummaryFragment } from '../../generated/graphql.ts';

export type Counts = InboxSummaryFragment['counts'];

/** An answer that was overtaken must not move the badge: within an epoch the newest seq wins, another epoch replaces. */
export function newerCounts(existing: Counts | undefined, incoming: Counts): Counts {
  if (!existing || existing.epoch !== incoming.epoch) return incoming;
  return incoming.seq >= existing.seq ? incoming : existing;
}
