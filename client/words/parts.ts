import type { Part } from '../src/words/words.ts';

// What only one page needs comes with it, and what shows when it is asked for with that; by the beginnings of the keys. All else is what the first page needs.
const LATER: Readonly<Record<Exclude<Part, 'first'>, readonly string[]>> = {
  acts: ['bulk.', 'menu.', 'recent.', 'snooze.'],
  door: ['door.'],
  applications: ['application.'],
  keys: ['keys.', 'shortcut.'],
  why: ['why.'],
  offline: ['overruled.'],
  preferences: ['preferences.', 'settings.'],
};

export function partOf(key: string): Part {
  const [later] =
    Object.entries(LATER).find(([, places]) => places.some((place) => key.startsWith(place))) ?? [];
  return (later as Part | undefined) ?? 'first';
}
