// The one table of keys: how they are handled, the help, the hints in tooltips and docs/keyboard.md are made from it.

import type { PlainKey } from '../words/words.ts';

/**
 * Where a key works. `notification`: on the row that has the focus, or on the notification whose page is open; `list`:
 * on a page or panel with a list; `row`: only while the focus is in a list, by the keys that ARIA gives to a feed.
 */
export type Place = 'anywhere' | 'list' | 'notification' | 'row';

export type Shortcut = {
  /** What it runs: see `commands.ts`. Null for what the list does by itself. */
  name: string | null;
  /**
   * Each a way to ask for it, the first is the one in tooltips. Letters are written small, `Mod` is Ctrl or ⌘, and what
   * is pressed one after the other stands with a space between.
   */
  keys: readonly [string, ...string[]];
  does: PlainKey;
  place: Place;
  /** Goes on while the key is held down; whatever changes something does not. */
  repeats?: boolean;
};

export const SHORTCUTS = [
  { name: 'goToNotifications', keys: ['g n'], does: 'shortcut.goToNotifications', place: 'anywhere' },
  { name: 'goToApplications', keys: ['g a'], does: 'shortcut.goToApplications', place: 'anywhere' },
  { name: 'goToPreferences', keys: ['g p'], does: 'shortcut.goToPreferences', place: 'anywhere' },
  { name: 'search', keys: ['/'], does: 'shortcut.search', place: 'anywhere' },
  { name: 'undo', keys: ['z', 'Mod+z'], does: 'shortcut.undo', place: 'anywhere' },
  { name: 'palette', keys: ['Mod+k'], does: 'shortcut.palette', place: 'anywhere' },
  { name: 'help', keys: ['?'], does: 'shortcut.help', place: 'anywhere' },
  { name: 'next', keys: ['j'], does: 'shortcut.next', place: 'list', repeats: true },
  { name: 'previous', keys: ['k'], does: 'shortcut.previous', place: 'list', repeats: true },
  { name: 'open', keys: ['Enter'], does: 'shortcut.open', place: 'notification' },
  { name: 'archive', keys: ['e'], does: 'shortcut.archive', place: 'notification' },
  { name: 'markAsRead', keys: ['Shift+i'], does: 'shortcut.markAsRead', place: 'notification' },
  { name: 'markAsUnread', keys: ['Shift+u'], does: 'shortcut.markAsUnread', place: 'notification' },
  { name: 'snooze', keys: ['h'], does: 'shortcut.snooze', place: 'notification' },
  { name: 'pin', keys: ['s'], does: 'shortcut.pin', place: 'notification' },
  { name: 'mute', keys: ['Shift+m'], does: 'shortcut.mute', place: 'notification' },
  { name: 'select', keys: ['x'], does: 'shortcut.select', place: 'notification' },
  { name: 'remove', keys: ['Delete', '#'], does: 'shortcut.remove', place: 'notification' },
  { name: null, keys: ['PageDown'], does: 'shortcut.nextRow', place: 'row' },
  { name: null, keys: ['PageUp'], does: 'shortcut.previousRow', place: 'row' },
  { name: null, keys: ['Ctrl+Home'], does: 'shortcut.beforeList', place: 'row' },
  { name: null, keys: ['Ctrl+End'], does: 'shortcut.afterList', place: 'row' },
] as const satisfies readonly Shortcut[];

/** What a key, a button or the palette can run, where somebody offers it. */
export type CommandName = NonNullable<(typeof SHORTCUTS)[number]['name']>;

type Command = Shortcut & { name: CommandName };

const COMMANDS: readonly Command[] = SHORTCUTS.flatMap((shortcut: Shortcut) =>
  shortcut.name === null ? [] : [shortcut as Command],
);

const byKeys = new Map(COMMANDS.flatMap((command) => command.keys.map((keys) => [keys, command] as const)));
const byName = new Map(COMMANDS.map((command) => [command.name, command]));

/** @param keys as the table writes them */
export function shortcutFor(keys: string): Command | undefined {
  return byKeys.get(keys);
}

export function shortcutOf(name: CommandName): Command {
  return byName.get(name)!;
}

/** Whether something goes on from here: `g`. */
export function isBeginning(keys: string): boolean {
  return [...byKeys.keys()].some((known) => known.startsWith(`${keys} `));
}

/** A letter or a sign by itself, which whoever talks to their computer may press without meaning to (WCAG 2.1.4). */
export function isSingleKey(keys: string): boolean {
  return keys.split(' ').every((stroke) => [...stroke.replace('Shift+', '')].length === 1);
}
