const FIELDS = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]';

/** Ctrl+Z or ⌘Z, where it is not the browser's own: there is nothing typed that it could mean, and no dialog in front. */
export function isUndoKey(event: KeyboardEvent): boolean {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat, defaultPrevented, target } = event;
  if (defaultPrevented || repeat || altKey || shiftKey || ctrlKey === metaKey) return false;
  // On a layout without Latin letters it is the key where Z stands.
  if (key.toLowerCase() !== 'z' && (/^[a-z]$/i.test(key) || code !== 'KeyZ')) return false;
  if (target instanceof Element && target.closest(FIELDS)) return false;
  return document.querySelector('dialog.confirm[open]') === null;
}
