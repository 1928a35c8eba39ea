import { useState } from 'react';
import type { Counts } from '../../inbox/lists/counts.ts';
import { unreadByCategory } from '../../inbox/lists/unread-in.ts';

/** The others are in the menu. */
const MOST = 8;

export type CategoryChip = { category: string; unread: number };

/**
 * The categories that have something unread, those with most first. One that has been shown keeps its place while its
 * reader is here, whatever becomes of the numbers: nothing moves from under the pointer.
 */
export function useCategoryChips(counts: Counts | undefined): CategoryChip[] {
  const unread = unreadByCategory(counts);
  const [places, setPlaces] = useState<string[]>([]);
  const shown = [...new Set([...places, ...unread.keys()])].slice(0, MOST);
  if (shown.length > places.length) setPlaces(shown);
  return shown.map((category) => ({ category, unread: unread.get(category) ?? 0 }));
}
