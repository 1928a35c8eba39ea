import { expect } from '@jest/globals';
import type { ActName } from './triage.ts';

/** What acts and their undoing are about, as it is stored. */
export interface Moments {
  seq: number;
  changeSeq: number;
  readAt: Date | null;
  archivedAt: Date | null;
  snoozedUntil: Date | null;
  pinnedAt: Date | null;
}

interface Row extends Moments {
  readonly id: string;
  isDeleted: boolean;
  isForgotten: boolean;
}

interface Act {
  readonly undoId: string;
  readonly seq: number;
  readonly before: readonly Row[];
  isUndone: boolean;
}

/** A moment that is not known yet: the next look at what is stored tells it. */
const NOW = new Date(0);

const shownIn: Record<string, (row: Row) => boolean> = {
  INBOX: (row) => !row.archivedAt && !row.snoozedUntil,
  UNREAD: (row) => shownIn.INBOX!(row) && !row.readAt,
  READ: (row) => shownIn.INBOX!(row) && row.readAt !== null,
  ARCHIVED: (row) => row.archivedAt !== null,
  SNOOZED: (row) => row.snoozedUntil !== null,
  ALL: () => true,
};

/** What a row is after an act; undefined where the act has nothing to change. */
function after(row: Row, act: ActName, until: string): Partial<Row> | undefined {
  switch (act) {
    case 'READ':
      return row.readAt ? undefined : { readAt: NOW };
    case 'UNREAD':
      return row.readAt ? { readAt: null } : undefined;
    case 'ARCHIVE':
      return row.archivedAt ? undefined : { archivedAt: NOW, snoozedUntil: null };
    case 'UNARCHIVE':
      return row.archivedAt ? { archivedAt: null } : undefined;
    case 'SNOOZE':
      return row.snoozedUntil?.toISOString() === until
        ? undefined
        : { snoozedUntil: new Date(until), archivedAt: null };
    case 'UNSNOOZE':
      return row.snoozedUntil ? { snoozedUntil: null } : undefined;
    case 'PIN':
      return row.pinnedAt ? undefined : { pinnedAt: NOW };
    case 'UNPIN':
      return row.pinnedAt ? { pinnedAt: null } : undefined;
    case 'DELETE':
      return { isDeleted: true };
  }
}

/** An inbox whose acts are undone by what it remembers of each row: as simple as can be, and nothing is derived. */
export class Model {
  seq = 0;
  private rows: Row[] = [];
  private acts: Act[] = [];
  private seenSeq = 0;

  add(id: string): void {
    const seq = ++this.seq;
    const moments = { readAt: null, archivedAt: null, snoozedUntil: null, pinnedAt: null };
    this.rows.push({ id, seq, changeSeq: seq, ...moments, isDeleted: false, isForgotten: false });
  }

  /** How many were ever there. */
  get size(): number {
    return this.rows.length;
  }

  private get there(): Row[] {
    return this.rows.filter(({ isDeleted }) => !isDeleted);
  }

  /** Also of those that are deleted: nothing is to come of that. */
  pick(picks: readonly number[]): string[] {
    const ids = picks.map((pick) => this.rows[pick % this.rows.length]!.id);
    return [...new Set(ids)].filter((id) => this.there.some((row) => row.id === id));
  }

  shown(state: string): Row[] {
    return this.there.filter(shownIn[state]!);
  }

  /** @returns how many it changed */
  act(
    act: ActName,
    ids: readonly string[],
    { undoId, until }: { undoId: string | null; until: string },
  ): number {
    const changes = this.there
      .filter(({ id }) => ids.includes(id))
      .flatMap((row) => {
        const change = after(row, act, until);
        return change ? [{ row, before: { ...row }, change }] : [];
      });
    if (changes.length === 0) {
      expect(undoId).toBeNull();
      return 0;
    }
    const seq = ++this.seq;
    for (const { row, change } of changes) Object.assign(row, change, { changeSeq: seq });
    this.acts.unshift({ undoId: undoId!, seq, before: changes.map(({ before }) => before), isUndone: false });
    return changes.length;
  }

  anyAct(pick: number): string | undefined {
    return this.acts[pick % Math.max(1, Math.min(this.acts.length, 3))]?.undoId;
  }

  /** @returns how many came back */
  undo(undoId: string): number {
    const act = this.acts.find((one) => one.undoId === undoId)!;
    act.isUndone = true;
    const back = act.before.flatMap((before) => {
      const row = this.rows.find(({ id }) => id === before.id)!;
      return row.changeSeq === act.seq && !row.isForgotten ? [{ row, before }] : [];
    });
    if (back.length === 0) return 0;
    const changeSeq = ++this.seq;
    for (const { row, before } of back) Object.assign(row, before, { changeSeq });
    return back.length;
  }

  wake(id: string): number {
    const seq = ++this.seq;
    const row = this.rows.find((one) => one.id === id)!;
    Object.assign(row, { seq, changeSeq: seq, readAt: null, snoozedUntil: null });
    return 1;
  }

  /** @returns which of the deleted ones goes for good, if there is any */
  forget(pick: number): string | undefined {
    const deleted = this.rows.filter(({ isDeleted, isForgotten }) => isDeleted && !isForgotten);
    const gone = deleted[pick % Math.max(1, deleted.length)];
    if (gone) gone.isForgotten = true;
    return gone?.id;
  }

  see(upToSeq: number): void {
    const before = this.counts.unseen;
    this.seenSeq = Math.max(this.seenSeq, Math.min(upToSeq, this.seq));
    if (this.counts.unseen !== before) this.seq++;
  }

  get counts() {
    const unread = this.shown('UNREAD');
    const unseen = unread.filter(({ seq }) => seq > this.seenSeq);
    return { seq: this.seq, unread: unread.length, unseen: unseen.length };
  }

  recentActs(): string[] {
    return this.acts.filter(({ isUndone }) => !isUndone).map(({ undoId }) => undoId);
  }

  /** Holds it against what is stored, and takes over the moments that it could not know. */
  meet(stored: readonly (Moments & { id: string })[]): void {
    const known = new Map(stored.map((row) => [row.id, row]));
    for (const row of this.there) {
      const found = known.get(row.id);
      for (const moment of ['readAt', 'archivedAt', 'pinnedAt'] as const)
        if (row[moment] === NOW) row[moment] = found?.[moment] ?? NOW;
    }
    const mine = this.there.map(({ isDeleted: _, isForgotten: __, ...row }) => row);
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    expect([...stored].sort(byId)).toEqual(mine.sort(byId));
  }

  /** As a tab holds them. */
  states(): Map<string, string> {
    const states = this.there.map(
      ({ id, seq, changeSeq, readAt, archivedAt }) =>
        [id, `${seq} ${changeSeq} ${readAt !== null} ${archivedAt !== null}`] as const,
    );
    return new Map(states.sort());
  }
}
