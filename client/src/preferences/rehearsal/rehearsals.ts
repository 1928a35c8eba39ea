import { ofSession } from '../../inbox/of-session.ts';
import type { PreferenceChangeInput } from '../../generated/graphql.ts';

/** Whoever passes by, or knows what they want, is not told anything. */
const LINGERING = 400;
/** Of the height of the window: what stands below it would be covered. */
const LOW = 0.7;

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
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  get = (): RehearsalState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  lookFirst(isLookingFirst: boolean): void {
    this.#set({ isLookingFirst });
  }

  /** The reader is at a control; if they linger there, they are told what it would do. */
  come(control: Element, change: () => PreferenceChangeInput): void {
    this.leave();
    this.#timer = setTimeout(() => {
      const isLow = control.getBoundingClientRect().bottom > LOW * window.innerHeight;
      this.#set({ hint: { change: change(), isLow } });
    }, LINGERING);
  }

  leave = (): void => {
    clearTimeout(this.#timer);
    if (this.#state.hint) this.#set({ hint: null });
  };

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
