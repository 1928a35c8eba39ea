import type { InboxAct } from './inbox-act.ts';

/** Why an act that was done offline was not done after all. */
export enum OverruledBecause {
  DELETED = 'DELETED',
  ARCHIVED = 'ARCHIVED',
  RESTORED = 'RESTORED',
  GROWN = 'GROWN',
  CHANGED = 'CHANGED',
  EPOCH = 'EPOCH',
}

/** A notification as the act finds it, beside what its reader saw. */
export interface Found {
  readonly isRead: boolean;
  readonly isArchived: boolean;
  /** It came to the top since. */
  readonly hasGrown: boolean;
  /** Somebody changed it since, and not the same device. */
  readonly isChanged: boolean;
  /** It was brought back since, out of the archive or by an undo, and not by the same device. */
  readonly isRestored: boolean;
}

/**
 * The table of docs/offline.md: delete over archive over read, undo over all, and what came since is spared.
 * @param found undefined: it is there no more
 * @returns why the act is not done; undefined where it is
 */
export function overruledBecause(act: `${InboxAct}`, found: Found | undefined): OverruledBecause | undefined {
  if (!found) return act === 'DELETE' ? undefined : OverruledBecause.DELETED;
  if (act === 'UNARCHIVE') return undefined;
  if (found.hasGrown) return OverruledBecause.GROWN;
  if (act === 'ARCHIVE' || act === 'DELETE') return found.isRestored ? OverruledBecause.RESTORED : undefined;
  if (!found.isChanged || found.isRead === (act === 'READ')) return undefined;
  return found.isArchived ? OverruledBecause.ARCHIVED : OverruledBecause.CHANGED;
}
