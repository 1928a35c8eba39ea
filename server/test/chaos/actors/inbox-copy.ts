export interface Row {
  id: string;
  seq: number;
  changeSeq: number;
  isRead: boolean;
  archivedAt: string | null;
  snoozedUntil: string | null;
  editedAt: string | null;
  retractedAt: string | null;
  outcome: { by: { actorId: string | null } } | null;
  createdAt: string;
}

export interface Counts {
  epoch: string;
  seq: number;
  unread: number;
  unseen: number;
}

export interface Delta {
  epoch: string;
  fromSeq: number;
  toSeq: number;
  upserted: Row[];
  removedIds: string[];
  counts: Counts;
  hasMore: boolean;
  resync: boolean;
}

export const ROW =
  'id seq changeSeq isRead archivedAt snoozedUntil editedAt retractedAt createdAt outcome { by { actorId } }';
export const COUNTS = 'counts { epoch seq unread unseen }';
export const DELTA = `epoch fromSeq toSeq upserted { ${ROW} } removedIds ${COUNTS} hasMore resync`;

/** A client's complete copy of one inbox, which says of everything it is told whether it can be true. */
export class InboxCopy {
  readonly rows = new Map<string, Row>();
  readonly everSeen = new Set<string>();
  seq = 0;
  epoch: string | undefined;
  counts: Counts | undefined;
  private unread = 0;
  /** Before this seq rows may be ahead of the others, because they were read in several parts. */
  private wholeFrom = 0;

  /** @returns what is wrong with it: out of order, or miscounted */
  apply({ epoch, fromSeq, toSeq, upserted, removedIds, counts, hasMore }: Delta): string[] {
    const wrongs: string[] = [];
    if (this.epoch !== undefined && epoch !== this.epoch) wrongs.push(`epoch ${epoch} without a resync`);
    if (fromSeq !== this.seq) wrongs.push(`a delta from ${fromSeq} to ${toSeq} at ${this.seq}`);
    if (toSeq < fromSeq) wrongs.push(`a delta back from ${fromSeq} to ${toSeq}`);
    for (const { id, changeSeq } of upserted)
      if (changeSeq <= fromSeq || changeSeq > toSeq)
        wrongs.push(`row ${id} of ${changeSeq} in a delta from ${fromSeq} to ${toSeq}`);
    upserted.forEach((row) => this.put(row));
    removedIds.forEach((id) => this.remove(id));
    this.seq = toSeq;
    this.epoch = epoch;
    this.heard(counts);
    if (hasMore) this.wholeFrom = Math.max(this.wholeFrom, counts.seq);
    if (counts.seq === toSeq && toSeq >= this.wholeFrom && counts.unread !== this.unread)
      wrongs.push(`${counts.unread} unread at ${toSeq}, where the rows say ${this.unread}`);
    return wrongs;
  }

  /** Begins anew with pages, the first of which was read at `first`, and the last at `last`. */
  reload(rows: readonly Row[], first: Counts, last: Counts): void {
    this.rows.clear();
    this.unread = 0;
    rows.forEach((row) => this.put(row));
    this.seq = first.seq;
    this.epoch = first.epoch;
    this.counts = first;
    this.wholeFrom = last.seq;
  }

  /** The newest seq has the last word about counts. */
  private heard(counts: Counts): void {
    if (!this.counts || counts.seq >= this.counts.seq) this.counts = counts;
  }

  private put(row: Row): void {
    const held = this.rows.get(row.id);
    if (held && held.changeSeq > row.changeSeq) return;
    this.remove(row.id);
    this.everSeen.add(row.id);
    this.rows.set(row.id, row);
    if (isUnread(row)) this.unread++;
  }

  private remove(id: string): void {
    const held = this.rows.get(id);
    if (held && isUnread(held)) this.unread--;
    this.rows.delete(id);
  }
}

const isUnread = ({ isRead, archivedAt, snoozedUntil }: Row): boolean =>
  !isRead && archivedAt === null && snoozedUntil === null;
