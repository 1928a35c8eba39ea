import { tooManyAttempts } from '../../platform/broker/rate-limit.ts';

const AGAIN_AFTER_MS = 1_000;

/** Lets only so many work at a time, and only so many wait for it. */
export class Gate {
  private inside = 0;
  private readonly line: { whose: string; go: () => void }[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
    /** Of those who wait, for the same one. */
    private readonly mostOfOne: number,
  ) {}

  /** @throws RATE_LIMITED when the line is full, or has too many of this one */
  async run<T>(whose: string, work: () => Promise<T>): Promise<T> {
    if (this.inside < this.most) this.inside++;
    else if (!this.hasRoomFor(whose)) throw tooManyAttempts(AGAIN_AFTER_MS);
    else await new Promise<void>((go) => this.line.push({ whose, go }));
    try {
      return await work();
    } finally {
      const next = this.line.shift();
      if (next) next.go();
      else this.inside--;
    }
  }

  private hasRoomFor(whose: string): boolean {
    const own = this.line.filter((one) => one.whose === whose).length;
    return this.line.length < this.mostWaiting && own < this.mostOfOne;
  }
}
