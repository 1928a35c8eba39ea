import { focused } from '../../browser/focused.ts';

/** Where a key leads within a menu: along it, to its ends, or to what begins with that letter. */
export function itemOf(key: string, items: HTMLElement[]): HTMLElement | undefined {
  const at = items.indexOf(focused() as HTMLElement);
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length > 1 || key === ' ') return undefined;
  const startsWith = (item: HTMLElement) => item.textContent.toLowerCase().startsWith(key.toLowerCase());
  return [...items.slice(at + 1), ...items].find(startsWith);
}
