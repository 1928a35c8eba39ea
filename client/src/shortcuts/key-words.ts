import { isAppleDevice } from '../browser/apple-device.ts';
import { isSingleKey, shortcutOf, type CommandName } from './shortcuts.ts';
import { useSingleKeys } from './single-keys.ts';
import { useWords } from '../words/use-words.tsx';
import { say, type PlainKey, type Say } from '../words/words.ts';

/** What stands on the keys of a keyboard of that language. */
const NAMES = new Map<string, PlainKey>([
  ['Ctrl', 'key.ctrl'],
  ['Shift', 'key.shift'],
  ['Enter', 'key.enter'],
  ['Delete', 'key.delete'],
  ['PageUp', 'key.pageUp'],
  ['PageDown', 'key.pageDown'],
  ['Home', 'key.home'],
  ['End', 'key.end'],
]);

function nameOf(key: string): string {
  const name = NAMES.get(key);
  return name ? say(name) : key.length === 1 ? key.toUpperCase() : key;
}

/** The strokes of a shortcut as a reader finds them on their keys: `G`, `N`; `⌘K`. */
export function strokeWords(keys: string): string[] {
  return keys.split(' ').map((stroke) => {
    const [mod, rest] = /^(?:(Mod|Shift|Ctrl)\+)?(.+)$/.exec(stroke)!.slice(1);
    const key = nameOf(rest!);
    if (mod === 'Mod' && isAppleDevice()) return `⌘${key}`;
    return mod ? `${nameOf(mod === 'Mod' ? 'Ctrl' : mod)}+${key}` : key;
  });
}

/** In a line: `G then N`. */
export function keyWords(keys: string): string {
  return strokeWords(keys).join(` ${say('key.then')} `);
}

/**
 * For a control that does what a shortcut does. `keys` is for `aria-keyshortcuts`, which knows no keys one after the
 * other; `title` names the first in a tooltip. Keys that are switched off in this browser are not named.
 */
export function useKeyHint(name: CommandName | undefined): KeyHint {
  const say = useWords();
  const areSingleOn = useSingleKeys();
  if (!name) return NO_KEY;
  const key = `${name} ${areSingleOn}`;
  const known = hints.get(say) ?? new Map<string, KeyHint>();
  const hint = known.get(key) ?? hintOf(shortcutOf(name).keys, areSingleOn, say);
  hints.set(say, known.set(key, hint));
  return hint;
}

type KeyHint = { keys: string | undefined; title: (label: string) => string };
const NO_KEY: KeyHint = { keys: undefined, title: (label) => label };
/** By the language, whose function it is: the same few stand in every row. */
const hints = new WeakMap<Say, Map<string, KeyHint>>();

function hintOf(all: readonly string[], areSingleOn: boolean, say: Say): KeyHint {
  const known = all.filter((keys) => areSingleOn || !isSingleKey(keys));
  const [first] = known;
  const atOnce = known.filter((keys) => !keys.includes(' ')).map(ariaKeys);
  const keys = atOnce.length > 0 ? atOnce.join(' ') : undefined;
  if (first === undefined) return { ...NO_KEY, keys };
  const key = keyWords(first);
  return { keys, title: (label) => say('notification.withKey', { label, key }) };
}

/** By the names that programs know. */
function ariaKeys(keys: string): string {
  const named = keys.replace('Mod+', isAppleDevice() ? 'Meta+' : 'Control+').replace('Ctrl+', 'Control+');
  return named.replace(/(^|\+)(.)$/u, (_, plus: string, key: string) => plus + key.toUpperCase());
}
