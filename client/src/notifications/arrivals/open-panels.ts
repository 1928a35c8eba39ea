import { ofSession } from '../../inbox/of-session.ts';

/** The panels that are open in this tab: each shows what arrives, and what has arrived. */
class OpenPanels {
  #count = 0;
  #listeners = new Set<() => void>();

  get isAny(): boolean {
    return this.#count > 0;
  }

  /** Until the returned function is called. */
  open(): () => void {
    this.#count++;
    for (const listener of this.#listeners) listener();
    return () => void this.#count--;
  }

  /** Calls back whenever one opens. */
  onOpen(listener: () => void): void {
    this.#listeners.add(listener);
  }
}

export const openPanelsOf = ofSession(() => new OpenPanels());
