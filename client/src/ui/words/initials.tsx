import { firstCharacter } from './clip.ts';
import './initials.css';

/**
 * A round badge with a person's initials; decoration, the name itself stands beside it or in the label. Drawn by the
 * style sheet, so that nobody takes them for words that the label leaves out.
 */
export function Initials({ name }: { name: string }) {
  return <span className="initials" aria-hidden="true" data-initials={initialsOf(name)} />;
}

/** Brackets, quotes and what only directs writing are no initials. */
const BEFORE_LETTERS = /^[\p{P}\p{Cf}]+/u;
/** Writing whose letters would grow together into something else. */
const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}]/u;
const ZERO_WIDTH_NON_JOINER = '\u200c';

/** Of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word = '') => firstCharacter(word.replace(BEFORE_LETTERS, '') || word))
    .join(JOINED.test(name) ? ZERO_WIDTH_NON_JOINER : '')
    .toLocaleUpperCase();
}
