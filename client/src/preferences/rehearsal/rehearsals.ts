import { ofSession } from '../../inbox/of-session.ts';
import type { PreferenceChangeInput } from '../../generated/graphql.ts';

/** A change that waits for its reader to have seen what it does. */
type Asked = { change: PreferenceChangeInput; answer: (isWanted: boolean) => void };

export type RehearsalState = {
  /** Whether each change is shown before it is saved. */
  isLookingFirst: boolean;
  /** What the control would do that the reader is at, and whether that stands where it would be told. */
  hint: { change: PreferenceChangeInput; isLow: boolean } | null;
  asked: Asked | null;
};

/** What a reader is shown of changes before they are made, on the page of preferences. */
class Rehearsals {
  #state: RehearsalState = { isLookingFirst: false, hint: null, asked: null };
  #listeners = new Set<() => void>();
  #last: Promise<unknown> = Promise.resolve();

  get = (): RehearsalState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  lookFirst(isLookingFirst: boolean): void {
    this.#set({ isLookingFirst });
  }

  hint(hint: RehearsalState['hint']): void {
    if (hint !== this.#state.hint) this.#set({ hint });
  }

  /** Whether the change shall be made, once its reader has looked: what is several changes is asked one by one. */
  isWanted(change: PreferenceChangeInput): Promise<boolean> {
    const turn = this.#last.then(() => this.#ask(change));
    this.#last = turn;
    return turn;
  }

  #ask(change: PreferenceChangeInput): Promise<boolean> {
    return new Promise((resolve) => {
      const answer = (isWanted: boolean) => {
        if (this.#state.asked?.answer === answer) this.#set({ asked: null });
        resolve(isWanted);
      };
      this.#set({ asked: { change, answer } });
    });
  }

  #set(change: Partial<RehearsalState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

export const rehearsalsOf = ofSession(() => new Rehearsals());
