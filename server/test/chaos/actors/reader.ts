import { Caller, pause } from './caller.ts';
import type { InboxFollower } from './inbox-follower.ts';
import type { Ledger } from '../ledger.ts';
import type { Random } from '../random.ts';

const AFTER = 'inbox { counts { seq } }';
const READ = `mutation ($id: ID!) { markAsRead(id: $id) { ${AFTER} } }`;
const UNREAD = `mutation ($id: ID!) { markAsUnread(id: $id) { ${AFTER} } }`;
const READ_ALL = `mutation ($upToSeq: Int) { markAllAsRead(upToSeq: $upToSeq) { affectedCount } }`;
const SEEN_ALL = `mutation ($upToSeq: Int!) { markAllAsSeen(upToSeq: $upToSeq) { ${AFTER} } }`;
const onMany = (name: string) => `mutation ($ids: [ID!]!) { changed: ${name}(ids: $ids) { affectedCount } }`;
const [ARCHIVE, UNARCHIVE, DELETE] = [
  onMany('archiveNotifications'),
  onMany('unarchiveNotifications'),
  onMany('deleteNotifications'),
];

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
    if (does < 0.35) await this.mark(READ);
    else if (does < 0.5) await this.mark(UNREAD);
    else if (does < 0.58) await this.do(READ_ALL, { upToSeq: random.chance(0.3) ? null : upToSeq });
    else if (does < 0.66) await this.do(SEEN_ALL, { upToSeq });
    else if (does < 0.8) await this.do(ARCHIVE, { ids: this.some() });
    else if (does < 0.9) await this.do(UNARCHIVE, { ids: this.some() });
    else await this.delete();
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
    variables: { ids?: string[]; id?: string; upToSeq?: number | null },
    usual: string[] = [],
  ) {
    const { ledger } = this.options;
    if (variables.ids?.length === 0) return;
    const { refusal } = await this.caller.insist(mutation, variables);
    ledger.operations++;
    if (refusal && !usual.includes(refusal)) ledger.wrong('refused', `${mutation}: ${refusal}`);
  }

  /** Somebody else's notification is one that is not there. */
  private async intrude(): Promise<void> {
    const { otherIds, random, ledger, userId } = this.options;
    const id = random.pick(otherIds());
    if (id === undefined) return;
    const marked = await this.caller.insist(READ, { id });
    const removed = await this.caller.insist<{ changed: { affectedCount: number } }>(DELETE, { ids: [id] });
    if (marked.refusal !== 'NOT_FOUND' || removed.data?.changed.affectedCount !== 0)
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
