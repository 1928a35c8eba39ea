import { createHash } from 'node:crypto';
import { Gate } from './gate.ts';
import { networkOf } from '../../platform/http/callers/network.ts';
import { isRateLimited, type RateLimit, type RateLimits } from '../../platform/broker/rate-limit.ts';
import type { SignInReport } from './sign-in-report.ts';
import { SlowLane } from './slow-lane.ts';

const WINDOW_SECONDS = 15 * 60;
/** Each takes 19 MiB, and a thread of the four that files and names of hosts need too. */
const HASHES_AT_ONCE = 2;
const MAX_WAITING = 64;
/** Or whoever signs in to their own account again and again would keep all others out. */
const MAX_OF_AN_ACCOUNT = 8;

/** Somebody who says that an account is theirs. */
export interface SignInAttempt {
  /** The e-mail address that was given, in lower case; there need not be such an account. */
  readonly account: string;
  readonly address: string;
  /** Of a browser in which somebody has signed in to this account before. */
  readonly device: string | undefined;
}

/**
 * Against guessing. What is refused belongs to the guesser: ten wrong passwords for an account from one address, a
 * hundred from one address. Guesses from ever new addresses only make strangers wait. Known devices have tries and a
 * turn of their own, so that no stranger keeps the account's owner out.
 */
export class SignInLimits {
  private readonly perAccountAndAddress: RateLimit;
  private readonly perAddress: RateLimit;
  private readonly perDevice: RateLimit;
  private readonly perAccount: RateLimit;
  private readonly slowLane = new SlowLane();
  private readonly strangers = new Gate(HASHES_AT_ONCE, MAX_WAITING, MAX_OF_AN_ACCOUNT);
  private readonly known = new Gate(1, MAX_WAITING, MAX_OF_AN_ACCOUNT);

  constructor(
    limits: RateLimits,
    private readonly report: Pick<SignInReport, 'tell'>,
  ) {
    const limit = (name: string, points: number) => limits.limit({ name, points, seconds: WINDOW_SECONDS });
    this.perAccountAndAddress = limit('sign-in:both', 10);
    this.perAddress = limit('sign-in:address', 100);
    this.perDevice = limit('sign-in:device', 10);
    this.perAccount = limit('sign-in:account', 0);
  }

  /**
   * Checks a password when its turn has come. Only wrong ones count.
   * @param check gives undefined for a wrong one
   * @throws RATE_LIMITED
   */
  async watch<T>(attempt: SignInAttempt, check: () => Promise<T | undefined>): Promise<T | undefined> {
    // Counted in advance, or many at once would all pass.
    const counted = new Counted();
    let isWrong = false;
    try {
      const turn = await this.turnOf(attempt, counted);
      const found = await turn.run(attempt.account, check);
      isWrong = found === undefined;
      this.report.tell(isWrong ? 'wrong' : 'succeeded', attempt);
      return found;
    } catch (error) {
      if (isRateLimited(error)) this.report.tell('limited', attempt);
      throw error;
    } finally {
      if (!isWrong) await counted.giveBack();
    }
  }

  private async turnOf({ account, address, device }: SignInAttempt, counted: Counted): Promise<Gate> {
    if (device !== undefined) {
      await counted.take(this.perDevice, `${account} ${device}`);
      return this.known;
    }
    const network = networkOf(address);
    await counted.take(this.perAccountAndAddress, `${account} ${network}`);
    await counted.take(this.perAddress, network);
    await this.slowLane.wait(account, await counted.add(this.perAccount, account));
    return this.strangers;
  }
}

/** What was counted for one attempt. Whose is kept as a hash only, since Redis is no place for addresses. */
class Counted {
  private readonly counts: [RateLimit, string][] = [];

  async take(limit: RateLimit, whose: string): Promise<void> {
    const key = hashOf(whose);
    await limit.take(key);
    this.counts.push([limit, key]);
  }

  async add(limit: RateLimit, whose: string): Promise<number> {
    const key = hashOf(whose);
    const count = await limit.add(key);
    this.counts.push([limit, key]);
    return count;
  }

  async giveBack(): Promise<void> {
    for (const [limit, key] of this.counts) await limit.giveBack(key);
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
