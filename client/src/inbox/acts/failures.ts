import { say } from '../../words/words.ts';
import { ofSession } from '../of-session.ts';

/**
 * @param what could not be done, and why, in words for the reader
 * @param again does it once more, where that may help
 */
type Listener = (what: string, why: string, again?: () => void) => void;

/** What could not be done and was taken back, for whoever tells the reader. */
class Failures {
  #listeners = new Set<Listener>();

  tell(...failure: Parameters<Listener>): void {
    for (const listener of this.#listeners) listener(...failure);
  }

  /** For what cannot be, whoever is asked. @returns that it was not done */
  refuse(what: string): Promise<boolean> {
    this.tell(what, say('error.BAD_USER_INPUT'));
    return Promise.resolve(false);
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export const failuresOf = ofSession(() => new Failures());
