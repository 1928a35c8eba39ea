import type { InboxAct } from './inbox-act.ts';

/** Why an act that was done offline was not done after all. */
export enum OverruledBecause {
  DELETED = 'DELETED',
  ARCHIVED = 'ARCHIVED',
  SNOOZED = 'SNOOZED',
  RESTORED = 'RESTORED',
  GROWN = 'GROWN',
  CHANGED = 'CHANGED',
  FULL = 'FULL',
  EPOCH = 'EPOCH',
}

/** A notification as the act finds it, beside what its reader saw. */
export interface Found {
  readonly isRead: boolean;
  readonly isArchived: boolean;
  readonly isSnoozed: boolean;
  /** For longer than the act says. */
  readonly isSnoozedLonger: boolean;
  /** It came to the top since. */
  readonly hasGrown: boolean;
  /** Somebody changed it since, and not the same device. */
  readonly isChanged: boolean;
  /** It was brought back since, out of the archive or by an undo, and not by the same device. */
  readonly isRestored: boolean;
}

/** Those that put a notification away. */
export const takesAway = (act: `${InboxAct}`): boolean =>
  act === 'ARCHIVE' || act === 'DELETE' || act === 'SNOOZE';

/** Those that take nothing away from anybody. */
const isKept = (act: `${InboxAct}`): boolean =>
  act === 'UNARCHIVE' || act === 'UNSNOOZE' || act === 'PIN' || act === 'UNPIN';

/**
 * The table of docs/offline.md: delete over archive over snooze over read, the later snooze over the earlier, undo over
 * all, and what came since is spared.
 * @param found undefined: it is there no more
 * @returns why the act is not done; undefined where it is
 */
export function overruledBecause(act: `${InboxAct}`, found: Found | undefined): OverruledBecause | undefined {
  if (!found) return act === 'DELETE' ? undefined : OverruledBecause.DELETED;
  if (isKept(act)) return undefined;
  if (found.hasGrown) return OverruledBecause.GROWN;
  if (takesAway(act) && found.isRestored) return OverruledBecause.RESTORED;
  if (act === 'ARCHIVE' || act === 'DELETE' || !found.isChanged) return undefined;
  if (act === 'SNOOZE') {
    if (found.isArchived) return OverruledBecause.ARCHIVED;
    return found.isSnoozedLonger ? OverruledBecause.SNOOZED : undefined;
  }
  if (found.isRead === (act === 'READ')) return undefined;
  if (found.isArchived) return OverruledBecause.ARCHIVED;
  return found.isSnoozed ? OverruledBecause.SNOOZED : OverruledBecause.CHANGED;
}
