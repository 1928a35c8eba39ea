import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { asOperator } from '../metrics.ts';

/** A second is promised; the rest is for a machine that is busy with other things. */
const MAX_ANSWER_MS = 2_500;
const PAGES = ['readyz', 'healthz', 'metrics'] as const;

/** Asks all the time how a server is, as those do who keep it running. */
export class HealthWatch {
  private readonly answers: { page: (typeof PAGES)[number]; status: number; ms: number; at: number }[] = [];
  private isStopped = false;
  private readonly running: Promise<unknown>;

  constructor(private readonly url: string) {
    this.running = Promise.all(PAGES.map((page) => this.watch(page)));
  }

  /** When it was first ready again after that moment; undefined while it is not. */
  readyAfter(moment: number): number | undefined {
    return this.answers.find(({ page, status, at }) => page === 'readyz' && status === 200 && at > moment)
      ?.at;
  }

  get isReady(): boolean {
    return this.answers.findLast(({ page }) => page === 'readyz')?.status === 200;
  }

  /** Each answer came in time, and it was never said to be stuck. */
  async settle(): Promise<void> {
    this.isStopped = true;
    await this.running;
    const late = this.answers.filter(({ ms }) => ms > MAX_ANSWER_MS);
    expect(late).toEqual([]);
    const others = this.answers.filter(({ page }) => page !== 'readyz').map(({ status }) => status);
    expect(new Set(others)).toEqual(new Set([200]));
  }

  private async watch(page: (typeof PAGES)[number]): Promise<void> {
    while (!this.isStopped) {
      const begun = performance.now();
      const { status } = await fetch(`${this.url}/${page}`, { headers: asOperator });
      const at = performance.now();
      this.answers.push({ page, status, ms: at - begun, at });
      await pause(50);
    }
  }
}
