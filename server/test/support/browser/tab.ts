import { follow, type Delta } from '../acts.ts';
import type { Answering } from '../server.ts';
import type { Stream } from '../socket.ts';

/** A reader's tab: applies deltas as they come, and goes on from the last one after a reconnect. */
export class Tab {
  private readonly past: Delta[] = [];
  private turn: Promise<void> = Promise.resolve();
  private constructor(
    private readonly token: string,
    private stream: Stream<{ inboxChanges: Delta }>,
  ) {}

  static async open(replica: Pick<Answering, 'url'>, token: string): Promise<Tab> {
    return new Tab(token, await follow(replica, token, { afterSeq: 0 }));
  }

  get deltas(): Delta[] {
    return [...this.past, ...this.stream.events.map(({ inboxChanges }) => inboxChanges)];
  }

  get position(): number {
    return this.deltas.at(-1)?.toSeq ?? 0;
  }

  /** One after the other: of two at once, each would go on from where it began. */
  reconnect(replica: Pick<Answering, 'url'>): Promise<void> {
    return (this.turn = this.turn.then(() => this.goOnAt(replica)));
  }

  private async goOnAt(replica: Pick<Answering, 'url'>): Promise<void> {
    const { stream } = this;
    await stream.socket.close();
    this.past.push(...stream.events.map(({ inboxChanges }) => inboxChanges));
    this.stream = { ...stream, events: [] };
    this.stream = await follow(replica, this.token, { afterSeq: this.position });
  }

  /** What a client holds that applied every delta: id, seq, change, read, archived. */
  get state(): Map<string, string> {
    const rows = new Map<string, string>();
    for (const { upserted, removedIds } of this.deltas) {
      for (const row of upserted)
        rows.set(row.id, `${row.seq} ${row.changeSeq} ${row.isRead} ${row.archivedAt !== null}`);
      for (const id of removedIds) rows.delete(id);
    }
    return rows;
  }
}
