import type { CommandName } from './shortcuts.ts';

export type Commands = Partial<Record<CommandName, () => void>>;

/**
 * How far what is offered reaches: `within` an element, while the focus is in it; `around` it, from wherever the focus is
 * in the same dialog or page; left out: from anywhere.
 */
export type Reach = { within: () => Element | null } | { around: () => Element | null };

type Offer = { commands: () => Commands; reach: Reach | undefined };

const DIALOG = '[role=dialog], dialog';

/**
 * Who does what a key, a button or the palette asks for. Parts of the page offer it for as long as they are there; what
 * nobody offers does nothing. Where several do, the nearest to the focus does it, and of equals the one that came last.
 */
class CommandBoard {
  #offers: Offer[] = [];
  #awaited: CommandName | null = null;

  /** @param commands are asked for each time, so that they may be the newest */
  add(commands: () => Commands, reach?: Reach): () => void {
    const offer = { commands, reach };
    this.#offers.push(offer);
    this.#meet(offer);
    return () => {
      this.#offers = this.#offers.filter((other) => other !== offer);
    };
  }

  /** Whether somebody did it. */
  run(name: CommandName): boolean {
    this.#awaited = null;
    const command = this.#nearest(name);
    command?.();
    return command !== undefined;
  }

  /** Those of these that somebody would do now. */
  offered<Name extends CommandName>(names: readonly Name[]): Name[] {
    return names.filter((name) => this.#nearest(name));
  }

  /** For a page that is about to come: the next that offers it does it, unless something else is asked for before. */
  await(name: CommandName): void {
    this.#awaited = name;
  }

  #meet({ commands }: Offer): void {
    const name = this.#awaited;
    if (!name || !commands()[name]) return;
    // Once the page that brings it has led the focus to where it begins.
    setTimeout(() => {
      if (this.#awaited === name) this.run(name);
    });
  }

  #nearest(name: CommandName): (() => void) | undefined {
    const ways = this.#offers.flatMap(({ commands, reach }) => {
      const command = commands()[name];
      return command ? [{ command, reach }] : [];
    });
    const { activeElement: focus } = document;
    const modal = [...document.querySelectorAll('dialog[open]')].at(-1) ?? null;
    const room = roomOf(focus) ?? modal;
    const isOpen = (element: Element) => element.isConnected && (!modal || modal.contains(element));
    let best: { command: () => void; element: Element | null; rank: number } | undefined;
    for (const { command, reach } of ways) {
      const way = { command, ...rankOf(reach, focus, room) };
      if (way.rank === 0 || (way.element ? !isOpen(way.element) : modal)) continue;
      const isNearer = way.rank === best?.rank ? isAsNear(way.element, best.element) : true;
      if (way.rank >= (best?.rank ?? 0) && isNearer) best = way;
    }
    return best?.command;
  }
}

/** 0: out of reach. */
function rankOf(reach: Reach | undefined, focus: Element | null, room: Element | null) {
  if (!reach) return { rank: 1, element: null };
  const element = 'within' in reach ? reach.within() : reach.around();
  if (!element) return { rank: 0, element };
  if ('within' in reach) return { rank: element.contains(focus) ? 3 : 0, element };
  return { rank: roomOf(element) === room ? 2 : 0, element };
}

function isAsNear(element: Element | null, other: Element | null): boolean {
  return !element || !other || !element.contains(other) || element === other;
}

function roomOf(element: Element | null): Element | null {
  return element?.closest(DIALOG) ?? null;
}

export const commandBoard = new CommandBoard();
