import { ofSession } from '../of-session.ts';

export type Deed = 'archived' | 'read';

/** Whether a deed takes rows away, so that they go one by one and come back together. */
const TAKES_AWAY: Record<Deed, boolean> = { archived: true, read: false };

export type Offer = {
  deed: Deed;
  ids: string[];
  /** Until all of it is done: on a slow network the way back could overtake the way there. */
  done: Promise<unknown>;
  undo: (ids: string[]) => void;
};

/** The way back from the last deed of a session: one for all that is taken away while it stands, however fast that is. */
class Undo {
  #offer: Offer | null = null;
  #listeners = new Set<() => void>();

  get current(): Offer | null {
    return this.#offer;
  }

  offer({ ids, done, ...made }: Offer): void {
    const standing = this.#offer?.deed === made.deed && TAKES_AWAY[made.deed] ? this.#offer : null;
    const others = standing?.ids.filter((known) => !ids.includes(known)) ?? [];
    this.#set({ ...made, ids: [...others, ...ids], done: Promise.all([standing?.done, done]) });
  }

  /** It is undone, or cannot be any more, by another way. */
  withdraw(deed: Deed, ids: string[]): void {
    if (this.#offer?.deed !== deed || !this.#offer.ids.some((id) => ids.includes(id))) return;
    const left = this.#offer.ids.filter((known) => !ids.includes(known));
    this.#set(left.length > 0 ? { ...this.#offer, ids: left } : null);
  }

  /** Nobody took it in time. */
  end(): void {
    if (this.#offer) this.#set(null);
  }

  /** Goes back. Returns which rows will come back for that. */
  take(): string[] {
    if (!this.#offer) return [];
    const { deed, ids, done, undo } = this.#offer;
    this.#set(null);
    void done.then(() => undo(ids));
    return TAKES_AWAY[deed] ? ids : [];
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(offer: Offer | null): void {
    this.#offer = offer;
    for (const listener of this.#listeners) listener();
  }
}

export const undoOf = ofSession(() => new Undo());
