// The one table of keys: how they are handled, the help, the hints in tooltips and docs/keyboard.md are made from it.

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
  does: string;
  place: Place;
  /** Goes on while the key is held down; whatever changes something does not. */
  repeats?: boolean;
};

export const SHORTCUTS = [
  { name: 'goToNotifications', keys: ['g n'], does: 'Go to notifications', place: 'anywhere' },
  { name: 'goToApplications', keys: ['g a'], does: 'Go to applications', place: 'anywhere' },
  { name: 'goToPreferences', keys: ['g p'], does: 'Go to preferences', place: 'anywhere' },
  { name: 'search', keys: ['/'], does: 'Search notifications', place: 'anywhere' },
  { name: 'undo', keys: ['z', 'Mod+z'], does: 'Undo what was done last', place: 'anywhere' },
  { name: 'palette', keys: ['Mod+k'], does: 'Find a command or a page', place: 'anywhere' },
  { name: 'help', keys: ['?'], does: 'Show all shortcuts', place: 'anywhere' },
  { name: 'next', keys: ['j'], does: 'Go to the next notification', place: 'list', repeats: true },
  { name: 'previous', keys: ['k'], does: 'Go to the previous notification', place: 'list', repeats: true },
  { name: 'open', keys: ['Enter'], does: 'Open it', place: 'notification' },
  { name: 'archive', keys: ['e'], does: 'Archive it, or move it back to the inbox', place: 'notification' },
  { name: 'markAsRead', keys: ['Shift+i'], does: 'Mark it as read', place: 'notification' },
  { name: 'markAsUnread', keys: ['Shift+u'], does: 'Mark it as unread', place: 'notification' },
  { name: 'snooze', keys: ['h'], does: 'Snooze it', place: 'notification' },
  { name: 'pin', keys: ['s'], does: 'Pin it, or unpin it', place: 'notification' },
  { name: 'mute', keys: ['Shift+m'], does: 'Mute what it is about, or unmute it', place: 'notification' },
  { name: 'select', keys: ['x'], does: 'Select it, or leave it out again', place: 'notification' },
  { name: 'remove', keys: ['Delete', '#'], does: 'Delete it', place: 'notification' },
  { name: null, keys: ['PageDown'], does: 'Go to the next row', place: 'row' },
  { name: null, keys: ['PageUp'], does: 'Go to the previous row', place: 'row' },
  { name: null, keys: ['Ctrl+Home'], does: 'Go to what stands before the list', place: 'row' },
  { name: null, keys: ['Ctrl+End'], does: 'Go to what comes after the list', place: 'row' },
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
