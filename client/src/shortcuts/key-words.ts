import { isAppleDevice } from '../browser/apple-device.ts';
import { isSingleKey, shortcutOf, type CommandName } from './shortcuts.ts';
import { useSingleKeys } from './single-keys.ts';

const SHORT = new Map([
  ['Delete', 'Del'],
  ['PageUp', 'Page Up'],
  ['PageDown', 'Page Down'],
]);

/** The strokes of a shortcut as a reader finds them on their keys: `G`, `N`; `⌘K`. */
export function strokeWords(keys: string): string[] {
  return keys.split(' ').map((stroke) => {
    const [mod, rest] = /^(Mod\+|Shift\+|Ctrl\+)?(.+)$/.exec(stroke)!.slice(1);
    const key = rest!.length === 1 ? rest!.toUpperCase() : (SHORT.get(rest!) ?? rest!);
    if (mod === 'Mod+') return isAppleDevice() ? `⌘${key}` : `Ctrl+${key}`;
    return `${mod ?? ''}${key}`;
  });
}

/** In a line: `G then N`. */
export function keyWords(keys: string): string {
  return strokeWords(keys).join(' then ');
}

/**
 * For a control that does what a shortcut does. `keys` is for `aria-keyshortcuts`, which knows no keys one after the
 * other; `title` names the first in a tooltip. Keys that are switched off in this browser are not named.
 */
export function useKeyHint(name: CommandName | undefined): {
  keys: string | undefined;
  title: (label: string) => string;
} {
  const areSingleOn = useSingleKeys();
  const all: readonly string[] = name ? shortcutOf(name).keys : [];
  const known = all.filter((keys) => areSingleOn || !isSingleKey(keys));
  const [first] = known;
  const atOnce = known.filter((keys) => !keys.includes(' ')).map(ariaKeys);
  return {
    keys: atOnce.length > 0 ? atOnce.join(' ') : undefined,
    title: (label) => (first === undefined ? label : `${label} (${keyWords(first)})`),
  };
}

/** By the names that programs know. */
function ariaKeys(keys: string): string {
  const named = keys.replace('Mod+', isAppleDevice() ? 'Meta+' : 'Control+').replace('Ctrl+', 'Control+');
  return named.replace(/(^|\+)(.)$/u, (_, plus: string, key: string) => plus + key.toUpperCase());
}
