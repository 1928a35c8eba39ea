import { ofSession } from '../inbox/of-session.ts';

/** What became of the last change: there is no button to save, so the page says it. */
export type SavingState = { isUnderWay: boolean; said: (() => string) | null };

const NOTHING: SavingState = { isUnderWay: false, said: null };
const SHOWN_FOR = 4_000;

/** The changes of one session on their way to the server. */
class Saving {
  #state = NOTHING;
  #underWay = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #listeners = new Set<() => void>();

  get = (): SavingState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** One after the other, as they were made: each answer has all the preferences, and the last must be the newest. */
  inTurn<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    const turn = this.#last.then(send, send);
    this.#last = turn;
    return turn;
  }

  /** Follows a change until it is saved; then says so in these words. One that failed is told by a toast, not here. */
  async show(change: Promise<boolean>, words: () => string): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#underWay++;
    this.#set({ isUnderWay: true, said: null });
    const isSaved = await change;
    if (--this.#underWay === 0) {
      this.#set(isSaved ? { isUnderWay: false, said: words } : NOTHING);
      this.#timer = setTimeout(() => this.#set(NOTHING), SHOWN_FOR);
    }
    return isSaved;
  }

  #set(state: SavingState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

export const savingOf = ofSession(() => new Saving());
