/** How long an acknowledged notification may take to its last socket before it counts as lost. */
export const PATIENCE_MS = 10_000;

/** Somebody who listens: one socket, and still the same after it was connected again. */
export interface Receiver {
  readonly userId: string;
}

/** Every figure but the first two must be 0, or what was measured is void. */
export interface Verdict {
  expected: number;
  delivered: number;
  /** Acknowledged, and not there in time. */
  lost: number;
  /** More than once on one socket. */
  doubled: number;
  /** On the socket of somebody it was not for, or never sent at all. */
  misdelivered: number;
  /** Requests that failed though no server was killed. */
  refused: number;
  /** What the first of these were. */
  complaints: string[];
}

const COMPLAINTS_KEPT = 5;

/** One notification under way to everybody it is for. */
export class Expected {
  readonly key: string;
  readonly recipients: ReadonlySet<string>;
  /** Sockets that do not have it yet. */
  readonly missing: Set<Receiver>;
  /** When the last socket had it, in ms of `performance.now()`. */
  completeAt: number | undefined;
  /** Resolves once the last socket has it. */
  readonly complete: Promise<void>;
  private readonly resolve: () => void;

  constructor(key: string, recipients: ReadonlySet<string>, receivers: Iterable<Receiver>) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.key = key;
    this.recipients = recipients;
    this.missing = new Set(receivers);
    this.complete = promise;
    this.resolve = resolve;
  }

  /** @returns false when this socket had it before */
  arrive(receiver: Receiver): boolean {
    if (!this.missing.delete(receiver)) return false;
    if (this.missing.size === 0) {
      this.completeAt = performance.now();
      this.resolve();
    }
    return true;
  }

  /** @returns false when the time was not enough */
  async within(ms: number): Promise<boolean> {
    if (this.completeAt !== undefined) return true;
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    await Promise.race([this.complete, late]);
    clearTimeout(timer);
    return this.completeAt !== undefined;
  }
}

/** Every notification that was sent, and every delivery held against it. Nothing is forgotten: a doubled one may come late. */
export class Ledger {
  private readonly entries = new Map<string, Expected>();
  private readonly counts = { delivered: 0, lost: 0, doubled: 0, misdelivered: 0, refused: 0 };
  private readonly complaints: string[] = [];

  expect(key: string, recipients: ReadonlySet<string>, receivers: Iterable<Receiver>): Expected {
    const expected = new Expected(key, recipients, receivers);
    this.entries.set(key, expected);
    return expected;
  }

  delivered(key: string, receiver: Receiver): void {
    const expected = this.entries.get(key);
    if (!expected?.recipients.has(receiver.userId))
      this.wrong('misdelivered', `${key} to ${receiver.userId}`);
    else if (expected.arrive(receiver)) this.counts.delivered++;
    else this.wrong('doubled', `${key} to ${receiver.userId}`);
  }

  /**
   * To be asked once it was acknowledged: waits for the last socket.
   * @returns false when it is lost
   */
  async settle(expected: Expected, patienceMs = PATIENCE_MS): Promise<boolean> {
    if (await expected.within(patienceMs)) return true;
    this.counts.lost += expected.missing.size - 1;
    this.wrong('lost', `${expected.key}, ${expected.missing.size} sockets`);
    return false;
  }

  /** The request failed, so nobody was promised anything. That in itself is wrong, unless a server was killed. */
  refused(error: unknown): void {
    this.wrong('refused', String(error).slice(0, 500));
  }

  verdict(): Verdict {
    return { expected: this.entries.size, ...this.counts, complaints: this.complaints };
  }

  private wrong(kind: 'lost' | 'doubled' | 'misdelivered' | 'refused', what: string): void {
    this.counts[kind]++;
    if (this.complaints.length < COMPLAINTS_KEPT) this.complaints.push(`${kind}: ${what}`);
  }
}
