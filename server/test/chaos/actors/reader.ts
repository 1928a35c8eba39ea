import { Caller, pause } from './caller.ts';
import type { InboxFollower } from './inbox-follower.ts';
import type { Ledger } from '../ledger.ts';
import type { Random } from '../random.ts';

const AFTER = 'inbox { counts { seq } }';
const READ = `mutation ($id: ID!) { done: markAsRead(id: $id) { ${AFTER} undoId } }`;
const UNREAD = `mutation ($id: ID!) { done: markAsUnread(id: $id) { ${AFTER} undoId } }`;
const READ_ALL = `mutation ($upToSeq: Int) { done: markAllAsRead(upToSeq: $upToSeq) { affectedCount undoId } }`;
const SEEN_ALL = `mutation ($upToSeq: Int!) { markAllAsSeen(upToSeq: $upToSeq) { ${AFTER} } }`;
const onMany = (name: string) =>
  `mutation ($ids: [ID!]!) { done: ${name}(ids: $ids) { affectedCount undoId } }`;
const [ARCHIVE, UNARCHIVE, DELETE] = [
  onMany('archiveNotifications'),
  onMany('unarchiveNotifications'),
  onMany('deleteNotifications'),
];
const [UNSNOOZE, PIN, UNPIN] = [
  onMany('unsnoozeNotifications'),
  onMany('pinNotifications'),
  onMany('unpinNotifications'),
];
const SNOOZE = `mutation ($ids: [ID!]!, $until: DateTime!) {
  done: snoozeNotifications(ids: $ids, until: $until) { affectedCount undoId }
}`;
const UNDO = `mutation ($id: ID!) { done: undo(id: $id) { affectedCount } }`;
/** Longer than a run: what comes back by itself would be sent twice, and rightly. */
const SNOOZE_MS = 24 * 3_600_000;
const UNDO_IDS = 5;

export interface ReaderOptions {
  userId: string;
  token: string;
  urls: readonly string[];
  /** One of the reader's own tabs: what they see before they act. */
  tab: InboxFollower;
  /** Lets unread ones pile up until a mark-all is too big to be told row by row. */
  isHoarder: boolean;
  otherIds: () => readonly string[];
  pauseMs: readonly [number, number];
  random: Random;
  ledger: Ledger;
}

/** A user with their own notifications, and now and then with somebody else's. */
export class Reader {
  private readonly options: ReaderOptions;
  private readonly caller: Caller;
  private isStopped = false;
  /** Of what was done of late. */
  private readonly undoIds: string[] = [];

  constructor(options: ReaderOptions) {
    this.options = options;
    this.caller = new Caller(options.urls, options.token, options.random, options.ledger);
  }

  async run(): Promise<void> {
    const { random, pauseMs, isHoarder } = this.options;
    while (!this.isStopped) {
      if (random.chance(0.02)) await this.intrude();
      else if (isHoarder) await this.hoard();
      else await this.act();
      await pause(random.between(pauseMs));
    }
  }

  stop(): void {
    this.isStopped = true;
  }

  private async act(): Promise<void> {
    const { random, tab } = this.options;
    const does = random.next();
    const upToSeq = random.below(tab.copy.seq + 1);
    if (does < 0.25) await this.mark(READ);
    else if (does < 0.35) await this.mark(UNREAD);
    else if (does < 0.5) await this.sort();
    else if (does < 0.58) await this.do(READ_ALL, { upToSeq: random.chance(0.3) ? null : upToSeq });
    else if (does < 0.66) await this.do(SEEN_ALL, { upToSeq });
    else if (does < 0.8) await this.do(ARCHIVE, { ids: this.some() });
    else if (does < 0.9) await this.do(UNARCHIVE, { ids: this.some() });
    else await this.delete();
  }

  private async sort(): Promise<void> {
    const { random } = this.options;
    const until = new Date(Date.now() + SNOOZE_MS).toISOString();
    const does = random.next();
    if (does < 0.2) await this.do(SNOOZE, { ids: this.some(), until });
    else if (does < 0.3) await this.do(UNSNOOZE, { ids: this.some() });
    else if (does < 0.4) await this.do(PIN, { ids: this.some() }, ['CONFLICT']);
    else if (does < 0.5) await this.do(UNPIN, { ids: this.some() });
    else await this.undo();
  }

  private async undo(): Promise<void> {
    const id = this.options.random.pick(this.undoIds);
    if (id !== undefined) await this.do(UNDO, { id }, ['CONFLICT', 'NOT_FOUND']);
  }

  private async hoard(): Promise<void> {
    const { tab } = this.options;
    if ((tab.copy.counts?.unread ?? 0) > 210) await this.do(READ_ALL, {});
    else await this.do(SEEN_ALL, { upToSeq: tab.copy.seq });
  }

  private async mark(mutation: string): Promise<void> {
    const [id] = this.some();
    if (id) await this.do(mutation, { id }, ['NOT_FOUND']);
  }

  private async delete(): Promise<void> {
    const ids = this.some();
    ids.forEach((id) => this.options.ledger.deletesAsked.add(id));
    await this.do(DELETE, { ids });
  }

  private async do(
    mutation: string,
    variables: { ids?: string[]; id?: string; until?: string; upToSeq?: number | null },
    usual: string[] = [],
  ) {
    const { ledger } = this.options;
    if (variables.ids?.length === 0) return;
    const { data, refusal } = await this.caller.insist<{ done: { undoId?: string | null } | null }>(
      mutation,
      variables,
    );
    ledger.operations++;
    const undoId = data?.done?.undoId;
    if (undoId) this.undoIds.splice(0, this.undoIds.length, ...[undoId, ...this.undoIds].slice(0, UNDO_IDS));
    if (refusal && !usual.includes(refusal)) ledger.wrong('refused', `${mutation}: ${refusal}`);
  }

  /** Somebody else's notification is one that is not there. */
  private async intrude(): Promise<void> {
    const { otherIds, random, ledger, userId } = this.options;
    const id = random.pick(otherIds());
    if (id === undefined) return;
    const marked = await this.caller.insist(READ, { id });
    const removed = await this.caller.insist<{ done: { affectedCount: number } }>(DELETE, { ids: [id] });
    if (marked.refusal !== 'NOT_FOUND' || removed.data?.done.affectedCount !== 0)
      ledger.wrong('foreign', `${userId} could reach ${id}`);
    ledger.operations++;
  }

  /** A few of the reader's own, young ones mostly, also such that are gone. */
  private some(): string[] {
    const { ledger, userId, random } = this.options;
    const ids = ledger.idsOf.get(userId) ?? [];
    const from = random.chance(0.7) ? ids.slice(-50) : ids;
    return from.length === 0 ? [] : Array.from({ length: 1 + random.below(4) }, () => random.pick(from));
  }
}
