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

/** In packages, of which the bell comes first: what only toasts and preferences say. */
const LATER_IN_PACKAGES: Partial<typeof LATER> = {
  acts: ['done.', 'undo.'],
  preferences: ['wish.', 'quiet.'],
};

export const partOf = (key: string): Part => find(key, LATER) ?? 'first';

export const partOfPackage = (key: string): Part => find(key, LATER_IN_PACKAGES) ?? partOf(key);

function find(key: string, parts: Partial<typeof LATER>): Part | undefined {
  const [later] =
    Object.entries(parts).find(([, places]) => places.some((place) => key.startsWith(place))) ?? [];
  return later as Part | undefined;
}
