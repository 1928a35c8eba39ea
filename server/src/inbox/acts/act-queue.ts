import type { Database } from '../../platform/postgres/database.ts';
import { isDatabaseAway } from '../../platform/errors.ts';
import { MAX_ROWS_AT_ONE_SEQ, type Delta } from '../delta.ts';
import type { PlainAct } from './act.ts';
import { actOnThese, type Acted, type ActsOfOne } from './acting.ts';

/** What one act came to: of the inbox, the rows that this act changed. */
export interface ActResult extends Pick<Acted, 'inbox' | 'rows'> {
  /** By what it is undone; null where it changed nothing. */
  readonly undoId: string | null;
}

interface Waiting {
  readonly name: PlainAct;
  readonly ids: readonly string[];
  readonly resolve: (result: ActResult) => void;
  readonly reject: (error: unknown) => void;
}

interface WaitingOfOne extends ActsOfOne {
  readonly acts: readonly Waiting[];
}

const MAX_ACTS = 100;
/** Statements under way at a time: while they are, what comes forms the next. */
const IN_FLIGHT = 2;

/**
 * Readers' acts upon notifications that they name. What comes together shares a statement and its commit; nothing is
 * held back for that. The acts of one reader take effect in the order they came, and nobody waits for an inbox that is
 * not theirs: one that somebody else is changing just then gets a statement of its own, which waits.
 */
export class ActQueue {
  /** By reader, in the order they came. */
  private readonly waiting = new Map<string, Waiting[]>();
  private readonly busy = new Set<string>();
  private inFlight = 0;

  constructor(
    private readonly database: Database,
    private readonly announce: (delta: Delta) => void,
  ) {}

  /** Resolves once it is committed. @param ids 200 at most, each once */
  add(userId: string, name: PlainAct, ids: readonly string[]): Promise<ActResult> {
    return new Promise((resolve, reject) => {
      const act = { name, ids, resolve, reject };
      const others = this.waiting.get(userId);
      if (others) others.push(act);
      else this.waiting.set(userId, [act]);
      this.proceed();
    });
  }

  private proceed(): void {
    while (this.inFlight < IN_FLIGHT) {
      const readers = this.take();
      if (readers.length === 0) return;
      this.inFlight++;
      void this.perform(readers).finally(() => {
        this.inFlight--;
        this.proceed();
      });
    }
  }

  /** The next acts of one kind, and whose they are: of each reader those that come first. */
  private take(): WaitingOfOne[] {
    const readers: WaitingOfOne[] = [];
    let left = MAX_ACTS;
    let name: PlainAct | undefined;
    for (const [userId, waiting] of this.waiting) {
      if (this.busy.has(userId) || (name ??= waiting[0]!.name) !== waiting[0]!.name) continue;
      const acts = waiting.splice(0, countOfFirst(waiting, left));
      if (waiting.length === 0) this.waiting.delete(userId);
      this.busy.add(userId);
      readers.push({ userId, acts });
      left -= acts.length;
      if (left === 0) break;
    }
    return readers;
  }

  private async perform(readers: readonly WaitingOfOne[]): Promise<void> {
    const isAlone = readers.length === 1;
    try {
      const acted = await this.act(readers, isAlone);
      const met = new Set(acted.map(({ inbox }) => inbox.userId));
      for (const reader of readers) if (!met.has(reader.userId)) void this.perform([reader]);
    } catch (error) {
      // What cannot be done for one must not fail the others.
      if (!isAlone && !isDatabaseAway(error)) for (const reader of readers) void this.perform([reader]);
      else for (const reader of readers) this.settle(reader, ({ reject }) => reject(error));
    }
  }

  private async act(readers: readonly WaitingOfOne[], isAlone: boolean): Promise<Acted[]> {
    const acted = await actOnThese(this.database, readers[0]!.acts[0]!.name, readers, isAlone);
    if (isAlone && acted.length === 0) throw new Error('An act was asked for a user without an inbox');
    const byUser = new Map(readers.map((reader) => [reader.userId, reader]));
    for (const { inbox, fromSeq, rows, delta, undoIds } of acted) {
      if (delta) this.announce(delta);
      const byAct = Map.groupBy(rows, ({ changeSeq }) => changeSeq - fromSeq);
      this.settle(byUser.get(inbox.userId)!, ({ resolve }, index) =>
        resolve({
          inbox,
          rows: byAct.get(index + 1) ?? [],
          undoId: undoIds.get(fromSeq + index + 1) ?? null,
        }),
      );
    }
    return acted;
  }

  private settle({ userId, acts }: WaitingOfOne, tell: (act: Waiting, index: number) => void): void {
    for (const [index, act] of acts.entries()) tell(act, index);
    this.busy.delete(userId);
    this.proceed();
  }
}

/** How many acts of a reader go into one statement: of one kind, and no more rows than are told one by one. */
function countOfFirst(waiting: readonly Waiting[], most: number): number {
  let rows = 0;
  const end = waiting.findIndex(({ name, ids }, index) => {
    rows += ids.length;
    return index === most || name !== waiting[0]!.name || (index > 0 && rows > MAX_ROWS_AT_ONE_SEQ);
  });
  return end === -1 ? waiting.length : end;
}
