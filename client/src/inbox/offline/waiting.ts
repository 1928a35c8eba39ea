import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { ofSession } from '../of-session.ts';
import type { Meant, Undoing } from './offline-act.ts';
import type { WaitingActs } from './waiting-acts.ts';

/**
 * Where acts wait for the server, on a device of the reader's. On others, and until that part of the program has come,
 * none do.
 */
class Waiting {
  #acts: WaitingActs | undefined;
  #listeners = new Set<() => void>();

  /** @param acts undefined: none wait here any more */
  begin(acts: WaitingActs | undefined): void {
    this.#acts = acts;
    this.tell();
  }

  /** Whether an act may wait here. */
  canWait(): boolean {
    return this.#acts?.canWait() ?? false;
  }

  /** Whether it has to: there is no line, or what was done before waits too. */
  mustWait(): boolean {
    return this.#acts?.mustWait() ?? false;
  }

  /** @returns the names of what waits for it */
  add(meant: Meant | Undoing): string[] {
    return this.#acts?.add(meant) ?? [];
  }

  /** Gives up what waits. @returns those that do not wait any more: they were sent */
  drop(ids: string[]): Promise<string[]> {
    return this.#acts?.drop(ids) ?? Promise.resolve(ids);
  }

  count = (): number => this.#acts?.count() ?? 0;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  tell = (): void => {
    for (const listener of this.#listeners) listener();
  };
}

export const waitingOf = ofSession(() => new Waiting());

/** Whether nobody knows if the server has done it. */
export function isUnanswered(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode >= 500;
  return !CombinedGraphQLErrors.is(error);
}
