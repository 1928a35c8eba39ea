import { tooManyAttempts } from '../../platform/broker/rate-limit.ts';

const AGAIN_AFTER_MS = 1_000;

/** Lets only so many work at a time, and only so many wait for it. */
export class Gate {
  private inside = 0;
  private readonly line: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws RATE_LIMITED when the line is full */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside < this.most) this.inside++;
    else if (this.line.length >= this.mostWaiting) throw tooManyAttempts(AGAIN_AFTER_MS);
    else await new Promise<void>((resolve) => this.line.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.line.shift();
      if (next) next();
      else this.inside--;
    }
  }
}
