import type { Part } from '../src/words/words.ts';

// By the beginnings of the keys: what comes with its page or when it is asked for; all else comes first.
const LATER: Readonly<Record<Exclude<Part, 'first'>, readonly string[]>> = {
  acts: ['bulk.', 'menu.', 'recent.', 'snooze.'],
  door: ['door.'],
  applications: ['application.'],
  keys: ['keys.', 'shortcut.'],
  why: ['why.', 'notification.notThere', 'notification.wasDeleted', 'notification.moreAbout'],
  offline: ['overruled.'],
  preferences: ['preferences.', 'settings.', 'topics.'],
};

export function partOf(key: string): Part {
  const [later] =
    Object.entries(LATER).find(([, places]) => places.some((place) => key.startsWith(place))) ?? [];
  return (later as Part | undefined) ?? 'first';
}
