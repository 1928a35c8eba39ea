type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'> & {
  getModifierState: (key: string) => boolean;
};

const LATIN = /^[a-z]$/i;
const SIGN = /^[^\p{L}\p{M}\p{N}\p{Z}\p{C}]$/u;
// A letter of another script, or the question mark of Arabic.
const ELSEWHERE = /^[\p{L}\p{M}؟]$/u;

/**
 * What was pressed, as the table of shortcuts writes it; null for what no shortcut can be. Letters go by what is written
 * on the key; where that is no Latin letter, by the place that it has on the usual keyboard. Signs go by what they
 * are, wherever a keyboard has them.
 */
export function strokeOf(event: Pressed): string | null {
  const { shiftKey, ctrlKey, metaKey } = event;
  const key = latin(event);
  if (key === null) return null;
  const isThird = event.getModifierState('AltGraph');
  // On the third level of their keys some keyboards have signs, and none has one of our letters.
  if (SIGN.test(key)) return isThird || isPlain(event) ? key : null;
  if (isThird || event.altKey) return null;
  if (!ctrlKey && !metaKey) return LATIN.test(key) && shiftKey ? `Shift+${key}` : shiftKey ? null : key;
  if (ctrlKey && metaKey) return null;
  return shiftKey ? null : `Mod+${key}`;
}

function isPlain({ ctrlKey, metaKey, altKey }: Pressed): boolean {
  return !ctrlKey && !metaKey && !altKey;
}

/** Small, whatever Caps Lock says. */
function latin({ key, code, shiftKey }: Pressed): string | null {
  if (LATIN.test(key)) return key.toLowerCase();
  if (!ELSEWHERE.test(key)) return key === 'Dead' || key === 'Process' || key === 'Unidentified' ? null : key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return letter.toLowerCase();
  if (code === 'Slash' && !/\p{Script=Latin}/u.test(key)) return shiftKey ? '?' : '/';
  return null;
}
