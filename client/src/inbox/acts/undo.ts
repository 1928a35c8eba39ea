import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { serverTime } from '../../browser/server-time.ts';
import { ofSession } from '../of-session.ts';
import type { Doing } from './act-change.ts';

/** One thing that was done: what leads back from it, and the loaded rows as they were before. */
export type Step = {
  former: NotificationRowFragment[];
  /** How many it changed. */
  count: number;
  way: Way;
};

/**
 * The server knows it by these, and the inbox was at `seq` then; it waits for the server under these names; or it is no
 * act upon notifications, and `back` undoes it: resolves to whether it did.
 */
type Way =
  | { undoIds: string[]; seq: number }
  | { waiting: string[]; act: Doing['act'] }
  | { back: () => Promise<boolean> };

/** Something that can be undone: one deed, or several of a kind that were done while their toast stood. */
export type Offer = Partial<Doing> & {
  /** What was done, where it is no act upon notifications. */
  said?: string;
  ids: string[];
  /** How many it changed; where that is not known yet, how many were meant. */
  count: number;
  /** Until all of it is done: on a slow network the way back could overtake the way there. Null: nothing came of it. */
  steps: Promise<Step | null>[];
};

const TEN_MINUTES = 10 * 60_000;
const MOST_REMEMBERED = 50;

/** What takes rows away goes one by one, however fast that is, and comes back together. */
const TAKES_AWAY = new Set<string | undefined>(['ARCHIVE', 'DELETE', 'SNOOZE']);

type Remembered = { offer: Offer; at: number };

/** What was done in this session and can be undone, the last one first; the one that is offered by a toast stands. */
class Undo {
  #past: Remembered[] = [];
  #standing: Remembered | null = null;
  #listeners = new Set<() => void>();

  get standing(): Offer | null {
    return this.#standing?.offer ?? null;
  }

  /** @param isShown whether a toast says what was done, and leads back */
  offer(offer: Offer, isShown: boolean): void {
    const joined = isShown ? this.#join(offer) : undefined;
    const remembered = { offer: joined ?? offer, at: serverTime() };
    if (joined) this.#past = this.#past.filter((known) => known !== this.#standing);
    this.#past = [...this.#past, remembered].slice(-MOST_REMEMBERED);
    if (isShown) this.#stand(remembered);
  }

  #join(offer: Offer): Offer | undefined {
    const known = this.#standing?.offer;
    if (!known || known.act !== offer.act || known.until !== offer.until || !TAKES_AWAY.has(offer.act))
      return undefined;
    const others = known.ids.filter((id) => !offer.ids.includes(id));
    const again = known.ids.length - others.length;
    return {
      ...offer,
      ids: [...others, ...offer.ids],
      count: known.count - again + offer.count,
      steps: [...known.steps, ...offer.steps],
    };
  }

  /** These were put back by another way, or it failed: nobody needs to be told how to undo it. */
  withdraw(act: Doing['act'], ids: string[]): void {
    const standing = this.#standing;
    if (standing?.offer.act !== act) return;
    const left = standing.offer.ids.filter((id) => !ids.includes(id));
    const gone = standing.offer.ids.length - left.length;
    if (gone === 0) return;
    const offer = { ...standing.offer, ids: left, count: standing.offer.count - gone };
    this.#past = this.#past.filter((known) => known !== standing);
    if (left.length === 0) return this.#stand(null);
    const remembered = { offer, at: standing.at };
    this.#past.push(remembered);
    this.#stand(remembered);
  }

  /** Nobody took it in time; it can still be undone, and is not offered any more. */
  end(): void {
    if (this.#standing) this.#stand(null);
  }

  get isEmpty(): boolean {
    return !isRecent(this.#past.at(-1));
  }

  /** What is to be undone now; undefined where there is nothing. */
  take(which: 'last' | 'standing'): Offer | undefined {
    const taken = which === 'standing' ? this.#standing : this.#past.at(-1);
    if (!taken) return undefined;
    this.#past = this.#past.filter((known) => known !== taken);
    if (taken === this.#standing) this.#stand(null);
    return isRecent(taken) ? taken.offer : undefined;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #stand(standing: Remembered | null): void {
    this.#standing = standing;
    for (const listener of this.#listeners) listener();
  }
}

const isRecent = (remembered: Remembered | undefined): boolean =>
  remembered !== undefined && remembered.at >= serverTime() - TEN_MINUTES;

export const undoOf = ofSession(() => new Undo());
