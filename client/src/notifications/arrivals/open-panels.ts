import { ofSession } from '../../inbox/of-session.ts';

/** The panels that are open in this tab: each shows what arrives, and what has arrived. */
class OpenPanels {
  #count = 0;
  #listeners = new Set<() => void>();

  isAny = (): boolean => this.#count > 0;

  /** Until the returned function is called. */
  open(): () => void {
    this.#add(1);
    return () => this.#add(-1);
  }

  /** Calls back whenever one opens or closes. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #add(count: number): void {
    this.#count += count;
    for (const listener of this.#listeners) listener();
  }
}

export const openPanelsOf = ofSession(() => new OpenPanels());
