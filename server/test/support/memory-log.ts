import type { Delta } from '../../src/inbox/delta.ts';
import type { InboxState } from '../../src/inbox/inbox-state.ts';
import type { InboxChangeLog } from '../../src/inbox/inbox.change-log.ts';
import type { NotificationRow } from '../../src/inbox/notification.row.ts';
import { Severity } from '../../src/inbox/severity.ts';

/** An inbox in memory: one row for each seq. */
export class MemoryLog implements Pick<InboxChangeLog, 'read'> {
  epoch = 'one';
  seq = 0;
  reads: number[] = [];
  isAway = false;

  state(): InboxState {
    return this.at(this.seq);
  }

  async read(_userId: string, afterSeq: number): Promise<Delta> {
    this.reads.push(afterSeq);
    if (this.isAway) throw new Error('away');
    return this.delta(afterSeq, this.seq);
  }

  /** As it is announced when `toSeq` was committed. */
  delta(fromSeq: number, toSeq: number): Delta {
    const rows = Array.from({ length: toSeq - fromSeq }, (_, index) => fromSeq + index + 1);
    return {
      fromSeq,
      toSeq,
      inbox: this.at(toSeq),
      upserted: rows.map(row),
      removedIds: [],
      hasMore: false,
      resync: false,
    };
  }

  private at(seq: number): InboxState {
    return {
      id: 'inbox',
      userId: 'reader',
      epoch: this.epoch,
      seq,
      unread: seq,
      unseen: seq,
      categories: {},
    };
  }
}

export const row = (seq: number): NotificationRow => ({
  ...{ id: `row ${seq}`, userId: 'reader', seq, changeSeq: seq },
  ...{
    type: 'event',
    category: 'general',
    title: 'Title',
    message: 'Message',
    url: null,
    ...{ subjectType: null, subjectId: null, subjectLabel: null, subjectUrl: null },
    ...{
      ...{ actor: null, count: 1, actors: null, actorCount: null },
      severity: Severity.NORMAL,
      data: null,
      wording: null,
      imageUrl: null,
      actions: null,
      outcome: null,
    },
  },
  ...{
    createdAt: '2026-01-01T00:00:00Z',
    readAt: null,
    archivedAt: null,
    snoozedUntil: null,
    isPinned: false,
    settledAt: null,
    expiresAt: null,
    editedAt: null,
    retractedAt: null,
    isEscalated: false,
    ring: null,
  },
});
