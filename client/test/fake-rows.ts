import { GraphQLError } from 'graphql';
import type { InboxAct } from '../src/generated/graphql.ts';
import { changesBy, FakeActs, type Before } from './fake-acts.ts';
import { isLetThrough, type All } from './fake-filter.ts';
import { categoriesOf, usualRow, type ChangeOf, type FakeRow } from './fake-row.ts';

/** The rows of one reader, what became of them, and how that is taken back. */
export class FakeRows {
  rows: FakeRow[] = [];
  seq = 0;
  seenSeq = 0;
  epoch = 'first';
  protected removed: { id: string; changeSeq: number }[] = [];
  #acts = new FakeActs();

  /** Whoever follows is told. */
  protected wake(): void {}

  add(row: Partial<FakeRow> = {}): FakeRow {
    const seq = ++this.seq;
    const added = { ...usualRow(seq), ...row, seq, changeSeq: seq };
    this.rows.unshift(added);
    this.wake();
    return added;
  }

  change(id: string, change: Partial<FakeRow>): void {
    const row = this.find(id);
    Object.assign(row, change, { changeSeq: ++this.seq });
    this.wake();
  }

  remove(id: string): void {
    this.rows = this.rows.filter((row) => row.id !== id);
    this.removed.push({ id, changeSeq: ++this.seq });
    this.wake();
  }

  counts() {
    const unread = this.rows.filter((row) => isLetThrough(row, { state: 'UNREAD' }));
    const unseen = unread.filter(({ seq }) => seq > this.seenSeq);
    const { epoch, seq } = this;
    const categories = categoriesOf(unread);
    return { epoch, seq, unread: unread.length, unseen: unseen.length, categories };
  }

  protected find(id: string): FakeRow {
    const row = this.rows.find((candidate) => candidate.id === id);
    if (!row) throw new GraphQLError('Not there', { extensions: { code: 'NOT_FOUND' } });
    return row;
  }

  protected actUpon(act: InboxAct, ids: string[], until?: string) {
    const before = this.rows.filter(({ id }) => ids.includes(id)).map((row) => ({ ...row }));
    if (act === 'DELETE') for (const { id } of before) this.remove(id);
    const { affectedCount } = this.changeThese(ids, changesBy(act, until));
    const isChanged = ({ id, changeSeq }: FakeRow) => this.#seqOf(id) !== changeSeq;
    const changed = before.filter(isChanged).map((row): Before => ({ row, changeSeq: this.#seqOf(row.id) }));
    return {
      affectedCount: act === 'DELETE' ? before.length : affectedCount,
      undoId: this.#acts.keep(act, changed),
    };
  }

  /** Of its last change, or of its removal. */
  #seqOf(id: string): number {
    const held = this.rows.find((row) => row.id === id);
    return held?.changeSeq ?? this.removed.findLast((removed) => removed.id === id)!.changeSeq;
  }

  protected undo(id: string) {
    const back = this.#acts.undo(id).filter(({ row, changeSeq }) => this.#seqOf(row.id) === changeSeq);
    for (const { row } of back) {
      this.removed = this.removed.filter((removed) => removed.id !== row.id);
      this.rows = this.rows.filter((held) => held.id !== row.id);
      this.rows.push({ ...row, changeSeq: ++this.seq });
    }
    this.rows.sort((a, b) => b.seq - a.seq);
    this.wake();
    return { affectedCount: back.length };
  }

  protected changeThese(ids: string[], changeOf: ChangeOf) {
    const changes = this.rows
      .filter(({ id }) => ids.includes(id))
      .map((row) => ({ row, change: changeOf(row) }));
    for (const { row, change } of changes) if (change) this.change(row.id, change);
    return { affectedCount: changes.filter(({ change }) => change).length };
  }

  /** One act, one seq, however many rows. */
  protected changeAll(act: InboxAct, { upToSeq, filter, until }: All) {
    const changeOf = changesBy(act, until);
    const rows = this.rows.filter((row) => row.seq <= upToSeq && isLetThrough(row, filter) && changeOf(row));
    const changeSeq = rows.length > 0 ? ++this.seq : this.seq;
    const before = rows.map((row): Before => ({ row: { ...row }, changeSeq }));
    for (const row of rows) Object.assign(row, changeOf(row), { changeSeq });
    this.wake();
    return { affectedCount: rows.length, undoId: this.#acts.keep(act, before) };
  }

  protected recentActs = () => this.#acts.recent();
}
