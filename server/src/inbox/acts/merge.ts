import type { Database, Transaction } from '../../platform/postgres/database.ts';
import type { Announce } from '../delta.ts';
import type { InboxState } from '../inbox-state.ts';
import { filterCondition, type Filter } from '../notification-filter.ts';
import { inboxColumns } from '../notification.row.ts';
import { Parameters } from '../parameters.ts';
import { nameOf } from './act.ts';
import { actBack, actOnAll, type Acted } from './acting.ts';
import { InboxAct } from './inbox-act.ts';
import { lockInboxes } from './lock-inboxes.ts';
import { overruledBecause, OverruledBecause, takesAway, type Found } from './merge-rules.ts';
import { countPins, MAX_PINS } from './pins.ts';

/** All acts of a call may come to all of an inbox. */
const MAX_MS = 60_000;
/** How many rows that others changed an act upon all remembers. */
const MAX_OVER = 1_000;

/** Something that a reader did without a line to us. */
export interface OfflineAct {
  readonly id: string;
  readonly act: InboxAct;
  /** What it takes back, by the id of that. */
  readonly undoes?: string | null;
  /** Of a snooze. */
  readonly until?: string | null;
  /** To these; else to all that the filter lets through, up to a seq. */
  readonly ids?: readonly string[] | null;
  readonly filter?: Filter | null;
  readonly upToSeq?: number | null;
  /** Where the inbox was that the reader saw. */
  readonly epoch: string;
  readonly sawSeq: number;
}

export interface MergedAct {
  readonly actId: string;
  readonly changedCount: number;
  readonly overruled: readonly { readonly notificationId: string; readonly because: OverruledBecause }[];
}

interface Known {
  readonly id: string;
  readonly seq: number | null;
  readonly over: string[];
  readonly answer: MergedAct;
}

type FoundRow = Pick<Found, 'isRead' | 'isArchived' | 'isSnoozed'> & {
  snoozedUntil: string | null;
  isPinned: boolean;
  id: string;
  seq: number;
  changeSeq: number;
  restoredSeq: number | null;
};

/**
 * Does what a device did offline, in its order, by the rules of merge-rules.ts. Each act is done once, however often it
 * is sent: the second time it has the same answer.
 */
export function mergeActs(
  database: Database,
  userId: string,
  { device, acts }: { device: string; acts: readonly OfflineAct[] },
  announce: Announce,
): Promise<{ acts: MergedAct[]; inbox: InboxState }> {
  return database.transaction(
    async (sql) => {
      await lockInboxes(sql, [userId]);
      const merge = new Merge(sql, userId, device, announce);
      await merge.recall(acts);
      const merged: MergedAct[] = [];
      for (const act of acts) merged.push(await merge.doOnce(act));
      return { acts: merged, inbox: await merge.state() };
    },
    { longestMs: MAX_MS },
  );
}

/** Inside the transaction that holds the inbox: nobody else changes anything meanwhile. */
class Merge {
  private readonly answers = new Map<string, MergedAct>();
  /** The seqs of what this device itself has done: no change by others. */
  private readonly ownSeqs: number[] = [];
  /** What others had changed before this device did something to it: that stays so. */
  private readonly over = new Set<string>();

  constructor(
    private readonly sql: Transaction,
    private readonly userId: string,
    private readonly device: string,
    private readonly announce: Announce,
  ) {}

  async recall(acts: readonly OfflineAct[]): Promise<void> {
    const known = await this.sql.query<Known>(
      `select id, seq, merged_over as over, answer from offline_acts
       where user_id = $1 and (id = any($2::uuid[]) or (device = $3 and seq > $4))`,
      [this.userId, acts.map(({ id }) => id), this.device, Math.min(...acts.map(({ sawSeq }) => sawSeq))],
    );
    for (const { id, seq, over, answer } of known) {
      this.answers.set(id, answer);
      this.note(seq, over);
    }
  }

  async state(): Promise<InboxState> {
    const [inbox] = await this.sql.query<InboxState>(
      `select ${inboxColumns} from inbox i where i.user_id = $1`,
      [this.userId],
    );
    return inbox!;
  }

  async doOnce(act: OfflineAct): Promise<MergedAct> {
    const id = act.id.toLowerCase();
    const known = this.answers.get(id);
    if (known) return known;
    const { seq, over, ...done } = await this.do(act);
    const answer = { actId: id, ...done };
    this.answers.set(id, answer);
    this.note(seq, over);
    await this.sql.query(
      `insert into offline_acts (user_id, id, device, seq, merged_over, answer) values ($1, $2, $3, $4, $5, $6)`,
      [this.userId, id, this.device, seq, over, answer],
    );
    return answer;
  }

  private async do(act: OfflineAct) {
    const { epoch } = await this.state();
    // A number of another epoch says nothing of this one.
    const isOfNow = act.epoch === epoch;
    if (act.undoes) return { ...(isOfNow ? await this.undo(act.undoes) : NOTHING), overruled: [] };
    if (!act.ids) return isOfNow ? this.doToAll(act) : { ...NOTHING, overruled: [] };
    const because = OverruledBecause.EPOCH;
    if (!isOfNow)
      return { ...NOTHING, overruled: act.ids.map((notificationId) => ({ notificationId, because })) };
    return this.doToThese(act, [...new Set(act.ids.map((id) => id.toLowerCase()))]);
  }

  private async doToThese({ act, sawSeq, until }: OfflineAct, ids: readonly string[]) {
    const rows = new Map((await this.find(ids)).map((row) => [row.id, row]));
    let room = act === InboxAct.PIN ? MAX_PINS - (await countPins(this.sql, this.userId)) : Infinity;
    const judged = ids.map((id) => {
      const row = rows.get(id);
      const found = row && this.compare(row, sawSeq, until);
      const isFull = found && !row.isPinned && --room < 0;
      const because = isFull ? OverruledBecause.FULL : overruledBecause(act, found);
      return { notificationId: id, found, because };
    });
    const overruled = judged.flatMap(({ notificationId, because }) =>
      because ? [{ notificationId, because }] : [],
    );
    const kept = judged.filter(({ because, found }) => !because && found);
    const over = kept.filter(({ found }) => found!.isChanged).map(({ notificationId }) => notificationId);
    const keptIds = kept.map(({ notificationId }) => notificationId);
    const condition = (parameters: Parameters) => `n.id = any(${parameters.add(keptIds)}::uuid[])`;
    const done = await this.act({ act, until }, condition);
    return { ...done, overruled, over };
  }

  /** What the rules spare is passed over without a word: it was never named. */
  private async doToAll({ act, sawSeq, filter, upToSeq, until }: OfflineAct) {
    const own = [...this.ownSeqs];
    const isChanged = (parameters: Parameters) => `(n.change_seq > ${parameters.add(sawSeq)} and not (
      n.change_seq = any(${parameters.add(own)}::int[]) and n.id <> all(${parameters.add([...this.over])}::uuid[])))`;
    const isStronger = (parameters: Parameters) =>
      `(${isChanged(parameters)} and (n.archived_at is not null or n.snoozed_until > ${parameters.add(until)}))`;
    const isSpared = (parameters: Parameters) => {
      if (!takesAway(act)) return isChanged(parameters);
      const isRestored = restoredSince(parameters, sawSeq, own);
      return act === InboxAct.SNOOZE
        ? `(${isRestored} or coalesce(${isStronger(parameters)}, false))`
        : isRestored;
    };
    const condition = (parameters: Parameters) =>
      `n.seq <= ${parameters.add(Math.min(upToSeq ?? sawSeq, sawSeq))} and ${filterCondition(this.userId, filter, parameters)}
       and not ${isSpared(parameters)}`;
    const over = takesAway(act) ? await this.idsWhere((p) => `${condition(p)} and ${isChanged(p)}`) : [];
    return { ...(await this.act({ act, until }, condition)), overruled: [], over };
  }

  private async act(
    { act, until }: Pick<OfflineAct, 'act' | 'until'>,
    condition: (parameters: Parameters) => string,
  ) {
    const told = act === InboxAct.SNOOZE ? [until] : [];
    const [acted] = await actOnAll(this.sql, nameOf(act), [this.userId], condition, told);
    return this.tell(acted!);
  }

  /** What it is about may be as it was for long: then, and where nothing is known of it, there is nothing to do. */
  private async undo(actId: string) {
    const [known] = await this.sql.query<{ act: InboxAct; seq: number }>(
      `update acts a set undone_at = coalesce(a.undone_at, now()) from offline_acts o
       where o.user_id = $1 and o.id = $2 and a.user_id = o.user_id and a.seq = o.seq returning a.act, a.seq`,
      [this.userId, actId],
    );
    if (!known || (await countPins(this.sql, this.userId, known)) > MAX_PINS) return NOTHING;
    const acted = await actBack(this.sql, nameOf(known.act), this.userId, known.seq);
    return { ...this.tell(acted), over: [] as string[] };
  }

  private tell({ delta, affectedCount: changedCount, inbox }: Acted) {
    if (delta) this.sql.afterCommit(() => this.announce(delta));
    return { changedCount, seq: delta ? inbox.seq : null };
  }

  private find(ids: readonly string[]): Promise<FoundRow[]> {
    return this.sql.query<FoundRow>(
      `select n.id, n.seq, n.change_seq as "changeSeq", n.read_at is not null as "isRead",
         n.archived_at is not null as "isArchived", n.snoozed_until is not null as "isSnoozed",
         n.snoozed_until as "snoozedUntil", n.pinned_at is not null as "isPinned", r.seq as "restoredSeq"
       from notifications n left join restorations r on r.user_id = n.user_id and r.notification_id = n.id
       where n.user_id = $1 and n.id = any($2::uuid[])`,
      [this.userId, ids],
    );
  }

  private compare(
    { id, seq, changeSeq, restoredSeq, snoozedUntil, ...row }: FoundRow,
    sawSeq: number,
    until?: string | null,
  ): Found {
    const isOwn = (at: number) => this.ownSeqs.includes(at);
    return {
      ...row,
      isSnoozedLonger: snoozedUntil !== null && until != null && snoozedUntil > until,
      hasGrown: seq > sawSeq,
      isChanged: changeSeq > sawSeq && !(isOwn(changeSeq) && !this.over.has(id)),
      isRestored: restoredSeq !== null && restoredSeq > sawSeq && !isOwn(restoredSeq),
    };
  }

  private async idsWhere(condition: (parameters: Parameters) => string): Promise<string[]> {
    const parameters = new Parameters([this.userId]);
    const rows = await this.sql.query<{ id: string }>(
      `select n.id from notifications n where n.user_id = $1 and ${condition(parameters)} limit ${MAX_OVER}`,
      parameters.values,
    );
    return rows.map(({ id }) => id);
  }

  private note(seq: number | null, over: readonly string[]): void {
    if (seq !== null) this.ownSeqs.push(seq);
    for (const id of over) this.over.add(id.toLowerCase());
  }
}

const NOTHING = { changedCount: 0, seq: null, over: [] as string[] };

const restoredSince = (parameters: Parameters, sawSeq: number, own: readonly number[]): string => `exists (
  select from restorations r where r.user_id = n.user_id and r.notification_id = n.id
    and r.seq > ${parameters.add(sawSeq)} and r.seq <> all(${parameters.add(own)}::int[]))`;
