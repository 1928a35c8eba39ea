/** What must never happen, by what it would mean to the people concerned. */
export type WrongKind =
  | 'lost'
  | 'doubled'
  | 'miscounted'
  | 'foreign'
  | 'out of order'
  | 'needless resync'
  | 'disagreed'
  | 'misworded'
  | 'kept'
  | 'refused'
  | 'crashed'
  | 'swollen'
  | 'stuck';

export interface Resync {
  userId: string;
  fromSeq: number;
  toSeq: number;
}

/** One content on its way to an audience. */
export interface Broadcasted {
  id: string;
  title: string;
  /** Who has to get it, unless it is cancelled. */
  members: readonly string[];
  /** Nobody else may, but these. */
  others: readonly string[] | 'anybody';
  /** What its sender was told last. */
  told: string;
}

/** Something to be sent at a moment, and what its sender was told when it took it back. */
export interface Planned {
  id: string;
  title: string;
  recipientId: string;
  at: number;
  told?: 'cancelled' | 'sent';
}

interface Fault {
  kind: string;
  at: number;
  /** How long after it the next send that was begun after it was acknowledged. */
  nextSendMs?: number;
}

/** Longer than this nothing may be held up by a fault. */
export const MAX_HOLD_MS = 60_000;
const CALM_MS = 3_000;

/** What everybody in a run has done, got and complained of; the verdict is made from it and from the database. */
export class Ledger {
  readonly wrongs: { kind: WrongKind; what: string }[] = [];
  /** Acknowledged sends: who got which id under which title. */
  readonly sends: { recipientId: string; id: string; title: string }[] = [];
  /** Acknowledged sends to many, which answer with no ids. */
  readonly bulks: { recipientIds: readonly string[]; title: string }[] = [];
  /** Of what somebody did about what several were asked, what they were told: that they were first, or who was. */
  readonly answers: { subjectId: string; isFirst: boolean; by: string; actionId: string }[] = [];
  /** What its host has decided elsewhere. */
  readonly settled = new Set<string>();
  readonly broadcasts: Broadcasted[] = [];
  readonly planned: Planned[] = [];
  /** What was said anew, by the id of its subject; the words that hold. */
  readonly corrected = new Map<string, string>();
  /** Subjects of which somebody asked that all be taken back, and was told that it is. */
  readonly retractsAsked = new Set<string>();
  readonly retracted = new Set<string>();
  /** Titles whose transaction was acknowledged, in a host's own SQL. */
  readonly committed: string[] = [];
  rolledBack = 0;
  /** Keys of services whose end was acknowledged. */
  readonly revokedKeyIds: string[] = [];
  /** Whose erasure somebody asked for. What has been sent to them is not looked for any more. */
  readonly erased = new Set<string>();
  /** Those of them of whom nothing may be left: no call for them may still have been on its way. */
  readonly forgotten: string[] = [];
  exports = 0;
  readonly idsOf = new Map<string, string[]>();
  readonly deletesAsked = new Set<string>();
  /** What somebody looked for and did not find. */
  readonly missing: string[] = [];
  readonly resyncs: Resync[] = [];
  readonly faults: Fault[] = [];
  readonly latencies: number[] = [];
  operations = 0;
  deliveries = 0;
  reconnects = 0;
  repeats = 0;
  longestOperationMs = 0;
  longestOperation = '';
  longestStopMs = 0;
  mostMegabytes = 0;
  /** Answers that somebody asked for and did not read. */
  unread = 0;
  lastActAt = 0;
  private underWay = 0;
  private calmSince = 0;

  wrong(kind: WrongKind, what: string): void {
    this.wrongs.push({ kind, what });
  }

  sent(recipientId: string, id: string, title: string, begunAt: number): void {
    this.sends.push({ recipientId, id, title });
    this.knows(recipientId, id);
    for (const fault of this.faults)
      if (fault.nextSendMs === undefined && begunAt >= fault.at) fault.nextSendMs = Date.now() - fault.at;
  }

  /** From now on the user acts upon it, and others try to. */
  knows(userId: string, id: string): void {
    const ids = this.idsOf.get(userId) ?? [];
    ids.push(id);
    this.idsOf.set(userId, ids);
  }

  faultBegins(kind: string, isHere: boolean): void {
    this.faults.push({ kind, at: Date.now() });
    if (isHere) this.underWay++;
  }

  faultEnds(): void {
    this.underWay--;
    this.calmSince = Date.now();
  }

  /** How often each was done that services do besides sending to one inbox, or to a list of them. */
  ways() {
    return {
      broadcasts: this.broadcasts.length,
      planned: this.planned.length,
      corrected: this.corrected.size,
      retracted: this.retracted.size,
      committed: this.committed.length,
      rolledBack: this.rolledBack,
      keysRevoked: this.revokedKeyIds.length,
      erased: this.erased.size,
    };
  }

  /** How long it took from the commit; only counted while nothing is broken. */
  arrived(createdAt: string): void {
    if (this.underWay > 0 || Date.now() - this.calmSince < CALM_MS) return;
    this.latencies.push(Date.now() - Date.parse(createdAt));
  }

  /** An operation, with all its repetitions, took so long. */
  answered(tookMs: number, query: string): void {
    if (tookMs <= this.longestOperationMs) return;
    this.longestOperationMs = tookMs;
    this.longestOperation = query;
  }

  longestNextSendMs(): number {
    return Math.max(0, ...this.faults.map(({ at, nextSendMs }) => nextSendMs ?? Date.now() - at));
  }
}
