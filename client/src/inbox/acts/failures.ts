import { ofSession } from '../of-session.ts';

/** @param what could not be done, and why, in words for the reader */
type Listener = (what: string, why: string) => void;

/** What could not be done and was taken back, for whoever tells the reader. */
class Failures {
  #listeners = new Set<Listener>();

  tell(what: string, why: string): void {
    for (const listener of this.#listeners) listener(what, why);
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export const failuresOf = ofSession(() => new Failures());
