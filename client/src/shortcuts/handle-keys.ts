import { commandBoard } from './commands.ts';
import { isBeginning, isSingleKey, shortcutFor } from './shortcuts.ts';
import { areSingleKeysOn } from './single-keys.ts';
import { strokeOf } from './stroke.ts';

/** Between two keys of one shortcut. */
const PATIENCE_MS = 3_000;

// A checkbox takes no letters, a list of options does: it goes to the one that begins with them.
const TYPED_INTO = [
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=image])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable=false])',
  ...['textbox', 'searchbox', 'combobox', 'listbox', 'menu'].map((role) => `[role=${role}]`),
].join();

const PRESSED_BY_ENTER = 'a, button, summary, input, [role=button], [role=link]';

const MODIFIERS = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn'];

/**
 * Hands what is pressed on to whoever offers the command of it. Mounted once; whatever has taken a key for itself keeps
 * it, and so does the browser where nobody wants it.
 * @param isHeld whether they are meant for something that is still to come: then nobody gets them
 */
export function handleKeys(isHeld: () => boolean = () => false): () => void {
  let begun: { keys: string; at: number } | null = null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (MODIFIERS.includes(event.key)) return;
    const before = begun && event.timeStamp - begun.at <= PATIENCE_MS ? begun.keys : null;
    begun = null;
    if (isHeld()) return;
    const target = event.composedPath()[0];
    const stroke = event.defaultPrevented || event.isComposing ? null : strokeOf(event);
    if (stroke === null || !(target instanceof Element) || target.closest(TYPED_INTO)) return;
    const keys = before === null ? stroke : `${before} ${stroke}`;
    if (isSingleKey(keys) && !areSingleKeysOn()) return;
    if (isBeginning(keys)) {
      if (!event.repeat) begun = { keys, at: event.timeStamp };
      return event.preventDefault();
    }
    const shortcut = shortcutFor(keys);
    if (!shortcut || (event.repeat && !shortcut.repeats)) return;
    if (keys === 'Enter' && target.closest(PRESSED_BY_ENTER)) return;
    if (commandBoard.run(shortcut.name)) event.preventDefault();
  };
  const leave = () => (begun = null);
  document.addEventListener('keydown', onKeyDown);
  window.addEventListener('blur', leave);
  return () => {
    document.removeEventListener('keydown', onKeyDown);
    window.removeEventListener('blur', leave);
  };
}
