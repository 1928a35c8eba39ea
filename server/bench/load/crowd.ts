import type { Dialect } from '../contenders/dialect.ts';
import { Follower } from './follower.ts';
import type { Ledger } from './ledger.ts';

const HANDSHAKES = 64;

export const userName = (number: number): string => `user-${number}`;

/** All sockets that are followed. */
export class Crowd {
  readonly followers: Follower[] = [];
  private readonly byUser = new Map<string, Follower[]>();
  private readonly make: (userId: string) => Follower;

  constructor(url: string, dialect: Dialect, ledger: Ledger) {
    this.make = (userId) => new Follower(url, userId, dialect, ledger);
  }

  /** One more socket for each time that a user is named. Resolves when all subscriptions stand. */
  async connect(userIds: readonly string[]): Promise<void> {
    const waiting = userIds.values();
    const some = async () => {
      for (const userId of waiting) {
        const follower = this.make(userId);
        await follower.connect();
        this.followers.push(follower);
        this.byUser.set(userId, [...(this.byUser.get(userId) ?? []), follower]);
      }
    };
    await Promise.all(Array.from({ length: HANDSHAKES }, some));
  }

  /** Closes all but the first so many. */
  async shrink(left: number): Promise<void> {
    const leaving = this.followers.splice(left);
    for (const { userId } of leaving) this.byUser.delete(userId);
    await Promise.all(leaving.map((follower) => follower.hangUp()));
  }

  of(userId: string): readonly Follower[] {
    return this.byUser.get(userId) ?? [];
  }

  /** How often sockets were cut, all together. */
  get cuts(): number {
    return this.followers.reduce((sum, { cuts }) => sum + cuts, 0);
  }

  /** The sockets that were cut, and whose subscription stands again. */
  get back(): number {
    return this.followers.filter(({ cuts, isReady }) => cuts > 0 && isReady).length;
  }
}
