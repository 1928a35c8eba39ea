import { firstCharacter } from './clip.ts';
import './initials.css';

/**
 * A round badge with a person's initials; decoration, the name itself stands beside it or in the label. Drawn by the
 * style sheet, so that nobody takes them for words that the label leaves out.
 */
export function Initials({ name }: { name: string }) {
  return <span className="initials" aria-hidden="true" data-initials={initialsOf(name)} />;
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => firstCharacter(word ?? ''))
    .join('')
    .toLocaleUpperCase();
}
