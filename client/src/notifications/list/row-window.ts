import { RowHeights } from './row-heights.ts';
import { rowAt, stretchAround, type Stretch } from './stretch.ts';

/** A list that is shorter is drawn as a whole. */
export const LONG = 60;
/** So many drawings in one go are enough for whatever heights; more would be going round in circles. */
const MOST_TURNS = 20;

type Rows = readonly { id: string }[];
/** A row, and how far below the top of the screen it is or is to be. */
export type Place = { id: string; top: number };
/** `keptId`: it has the focus, and is drawn wherever it is, with those beside it. */
export type Drawn = Stretch & { keptId: string | null };

/** Which rows of a long list are drawn: those on the screen and around it, and the one with the focus. */
export class RowWindow {
  readonly heights = new RowHeights();
  #drawn: Drawn = { first: 0, last: LONG - 1, keptId: null };
  #listeners = new Set<() => void>();
  /** What the reader looks at must not move. */
  #anchor: Place | null = null;
  #goal: Place | null = null;
  #turns = 0;

  get = (): Drawn => this.#drawn;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Brings a row to a place on the screen, as soon as it is drawn. */
  bring(goal: Place): void {
    this.#goal = goal;
  }

  /** Whether it is still on its way there. */
  get isBringing(): boolean {
    return this.#goal !== null;
  }

  /** After each drawing: rows may be lower than they were thought to be, and then there must be more. */
  settle(feed: HTMLElement, rows: Rows): void {
    const anchor = this.#anchor;
    this.#anchor = null;
    if (anchor && !holdsByItself()) reach(feed, rows, anchor);
    if (this.#turns++ === 0) setTimeout(() => (this.#turns = 0));
    if (this.#turns > MOST_TURNS) return;
    this.look(feed, rows);
    const goal = this.#goal;
    if (!goal) return;
    if (reach(feed, rows, goal)) {
      this.#goal = null;
    } else {
      comeNear(feed, rows, goal, this.heights);
      this.look(feed, rows);
    }
  }

  /** What is to be drawn now: where the reader has come to, or what has the focus, may have changed. */
  look(feed: HTMLElement, rows: Rows): void {
    if (rows.length < LONG) return;
    const { top, width } = feed.getBoundingClientRect();
    this.heights.at(width);
    const places = this.#measure(feed, rows);
    const { first, last, keptId } = this.#drawn;
    const focusedId = focusedIn(feed, rows);
    const inStretch = places.filter(({ index }) => index >= first && index <= last);
    const screen = window.innerHeight;
    const anchor = inStretch.find((place) => place.bottom > 0 && place.top < screen);
    const isAbove = first === 0 || (inStretch[0]?.top ?? Infinity) < -screen / 2;
    const isBelow = last >= rows.length - 1 || (inStretch.at(-1)?.bottom ?? -Infinity) > screen * 1.5;
    if (anchor && isAbove && isBelow && focusedId === keptId) return;
    const heightOf = (index: number) => this.heights.of(rows[index]!.id);
    const index = Math.min(anchor?.index ?? rowAt(-top, rows.length, heightOf), rows.length - 1);
    const around = { count: rows.length, heightOf, index, top: anchor?.top ?? Math.max(0, top) };
    const stretch = stretchAround({ ...around, screen, beyond: screen });
    if (stretch.first === first && stretch.last === last && focusedId === keptId) return;
    this.#anchor = anchor ? { id: rows[anchor.index]!.id, top: anchor.top } : null;
    this.#drawn = { ...stretch, keptId: focusedId };
    this.#tell();
  }

  #measure(feed: HTMLElement, rows: Rows) {
    return articlesOf(feed).map((article) => {
      const { top, bottom, height } = article.getBoundingClientRect();
      const index = indexOf(article);
      if (rows[index]) this.heights.measure(rows[index].id, height);
      return { index, top, bottom };
    });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** @returns whether that is done, to the pixel as far as the page reaches, or cannot be */
function reach(feed: HTMLElement, rows: Rows, { id, top }: Place): boolean {
  const index = rows.findIndex((row) => row.id === id);
  const article = articleAt(feed, index);
  if (article) window.scrollBy({ top: article.getBoundingClientRect().top - top, behavior: 'instant' });
  return article !== null || index < 0;
}

/** To where it will be drawn. */
function comeNear(feed: HTMLElement, rows: Rows, { id, top }: Place, heights: RowHeights): void {
  const index = rows.findIndex((row) => row.id === id);
  const above = feed.getBoundingClientRect().top + heights.sum(rows, 0, index);
  window.scrollBy({ top: above - top, behavior: 'instant' });
}

/** Whether the browser keeps what is on the screen where it is. */
function holdsByItself(): boolean {
  return typeof CSS !== 'undefined' && Boolean(CSS.supports?.('overflow-anchor', 'auto'));
}

export function articleAt(feed: HTMLElement, index: number): HTMLElement | null {
  return feed.querySelector<HTMLElement>(`:scope > article[aria-posinset="${index + 1}"]`);
}

export function articlesOf(feed: HTMLElement): HTMLElement[] {
  return [...feed.querySelectorAll<HTMLElement>(':scope > article')];
}

export function indexOf(article: Element): number {
  return Number(article.getAttribute('aria-posinset')) - 1;
}

function focusedIn(feed: HTMLElement, rows: Rows): string | null {
  const { activeElement } = document;
  const article = feed.contains(activeElement) ? activeElement?.closest('article') : null;
  return (article && rows[indexOf(article)]?.id) ?? null;
}
