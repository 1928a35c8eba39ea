import { GraphQLError } from 'graphql';
import type { InboxAct } from '../src/generated/graphql.ts';
import { NOW, type ChangeOf, type FakeRow } from './fake-row.ts';

/** A row as it was before an act, and the seq at which that left it. */
export type Before = { row: FakeRow; changeSeq: number };

type Kept = {
  id: string;
  act: InboxAct;
  at: string;
  affectedCount: number;
  before: Before[];
  isUndone: boolean;
};

/** What the reader did, newest first, so that it can be undone. */
export class FakeActs {
  #acts: Kept[] = [];

  /** @returns by what it is undone; null where nothing was changed */
  keep(act: InboxAct, before: Before[]): string | null {
    if (before.length === 0) return null;
    const id = `act${this.#acts.length + 1}`;
    this.#acts.unshift({ id, act, at: NOW(), affectedCount: before.length, before, isUndone: false });
    return id;
  }

  recent = () => this.#acts.filter(({ isUndone }) => !isUndone).slice(0, 20);

  undo(id: string): Before[] {
    const act = this.#acts.find((kept) => kept.id === id);
    if (!act) throw new GraphQLError('Act not found', { extensions: { code: 'NOT_FOUND' } });
    const before = act.isUndone ? [] : act.before;
    act.isUndone = true;
    return before;
  }
}

/** What each act makes of a row. */
export const changesBy = (act: InboxAct, until?: string | null): ChangeOf => {
  switch (act) {
    case 'READ':
      return (row) => !row.readAt && { readAt: NOW() };
    case 'UNREAD':
      return (row) => row.readAt && { readAt: null };
    case 'ARCHIVE':
      return (row) => !row.archivedAt && { archivedAt: NOW(), snoozedUntil: null };
    case 'UNARCHIVE':
      return (row) => row.archivedAt && { archivedAt: null };
    case 'SNOOZE':
      return () => ({ snoozedUntil: until ?? null, archivedAt: null });
    case 'UNSNOOZE':
      return (row) => row.snoozedUntil && { snoozedUntil: null };
    case 'PIN':
      return (row) => !row.isPinned && { isPinned: true };
    case 'UNPIN':
      return (row) => row.isPinned && { isPinned: false };
    case 'DELETE':
      return () => false;
  }
};
