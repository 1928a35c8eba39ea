import { inTab } from '../../browser/kept.ts';

/** A row by its seq, since it may have gone meanwhile: then the next older one stands for it. */
export type KeptPlace = {
  /** Which row was on top of the screen, and how far from its edge. */
  seq: number;
  top: number;
  /** How many were above it. */
  index: number;
  /** Which had the focus; null for none of them. */
  focusedSeq: number | null;
};

const NAME = 'carillon-places';
/** So many entries of the tab's history are remembered. */
const MOST = 30;
/** How the router calls the first entry of each loading, whichever it is. */
const FIRST = 'default ';

/** Whoever typed the address, or came by a link from elsewhere, begins at the top, wherever an earlier loading ended. */
let isEntered = loadedBy() === 'navigate';

/** @param entry an entry of the tab's history, which it keeps when it is loaded anew */
export function keepPlace(entry: string, place: KeptPlace): void {
  if (entry.startsWith(FIRST)) isEntered = false;
  const others = places().filter(([known]) => known !== entry);
  inTab.write(NAME, JSON.stringify([...others, [entry, place]].slice(-MOST)));
}

export function placeKept(entry: string): KeptPlace | null {
  if (isEntered && entry.startsWith(FIRST)) return null;
  return places().find(([known]) => known === entry)?.[1] ?? null;
}

function loadedBy(): string | undefined {
  const [loading] = performance.getEntriesByType?.('navigation') ?? [];
  return (loading as PerformanceNavigationTiming | undefined)?.type;
}

function places(): [entry: string, place: KeptPlace][] {
  try {
    const kept: unknown = JSON.parse(inTab.read(NAME) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(entry: unknown): entry is [string, KeptPlace] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const { seq, top, index, focusedSeq } = (entry[1] ?? {}) as Partial<KeptPlace>;
  return [seq, top, index, focusedSeq ?? 0].every((value) => Number.isFinite(value));
}
