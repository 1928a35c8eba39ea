import type { FakeInbox } from './fake-inbox.ts';
import type { FakeRow } from './fake-row.ts';

/** One more event joins a row: it comes to the top, unread. */
export function grow(inbox: FakeInbox, id: string, change: Partial<FakeRow> = {}): void {
  const row = inbox.rows.find((known) => known.id === id)!;
  inbox.rows = [row, ...inbox.rows.filter((other) => other !== row)];
  const again = { seq: inbox.seq + 1, readAt: null, archivedAt: null, createdAt: new Date().toISOString() };
  inbox.change(id, { ...again, count: row.count + 1, ...change });
}
