import type { Ending, Patience } from './rung.ts';

/** One attempt to have changes come in: whether the other side is heard, and how it ended. */
export class Attempt {
  #patience: Patience;
  #giveUp: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstHeardAt: number | undefined;
  #lastHeardAt = 0;
  #isSilent = false;

  /** @param giveUp called when nothing is heard for too long */
  constructor(patience: Patience, giveUp: () => void) {
    this.#patience = patience;
    this.#giveUp = giveUp;
    this.expect(patience.firstWord);
  }

  /** The other side is heard now, and again within this time if it is there. */
  heard(again: number): void {
    this.#lastHeardAt = performance.now();
    this.#firstHeardAt ??= this.#lastHeardAt;
    this.expect(again);
  }

  expect(within: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isSilent = true;
      this.#giveUp();
    }, within);
  }

  /** @param isAnswered by a word of the server's */
  end(isAnswered: boolean): Ending {
    clearTimeout(this.#timer);
    if (this.#firstHeardAt !== undefined && this.#lastHeardAt - this.#firstHeardAt >= this.#patience.lasting)
      return 'lasted';
    if (isAnswered) return 'answered';
    return this.#isSilent ? 'silent' : 'cut';
  }
}
