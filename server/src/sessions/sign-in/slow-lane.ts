import { setTimeout as pause } from 'node:timers/promises';
import { tooManyAttempts } from '../../platform/broker/rate-limit.ts';

/** From so many wrong passwords on, whoever tries another one has to wait. */
const FREE_TRIES = 20;
/** The wait doubles with each further so many. */
const TRIES_A_STEP = 20;
const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 8_000;
const MAX_OF_AN_ACCOUNT = 8;
const MAX_OF_ALL = 400;

/** Makes guessing at one account slow, from however many addresses: so many may wait, for so long. */
export class SlowLane {
  private readonly waiting = new Map<string, number>();
  private total = 0;

  /**
   * @param tries wrong ones of the account so far, with this one
   * @throws RATE_LIMITED when as many as may are waiting already
   */
  async wait(account: string, tries: number): Promise<void> {
    const ms = waitAfter(tries);
    if (ms === 0) return;
    const others = this.waiting.get(account) ?? 0;
    if (others >= MAX_OF_AN_ACCOUNT || this.total >= MAX_OF_ALL) throw tooManyAttempts(ms);
    this.count(account, 1);
    await pause(ms).finally(() => this.count(account, -1));
  }

  private count(account: string, change: 1 | -1): void {
    this.total += change;
    const count = (this.waiting.get(account) ?? 0) + change;
    if (count > 0) this.waiting.set(account, count);
    else this.waiting.delete(account);
  }
}

/** In ms. */
export function waitAfter(tries: number): number {
  if (tries <= FREE_TRIES) return 0;
  const steps = Math.floor((tries - FREE_TRIES - 1) / TRIES_A_STEP);
  return Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** steps);
}
