/** A part of a text, and whether it is what was searched for. */
export type Part = { text: string; isMatch: boolean };

// As the server divides words: scripts without spaces by characters. A character keeps its marks.
const SPACELESS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{sc=${script}}`)
  .join('');
const WORD = new RegExp(
  `[${SPACELESS}\\p{Extended_Pictographic}]\\p{M}*|(?:(?![${SPACELESS}])[\\p{L}\\p{N}]\\p{M}*)+`,
  'gu',
);
const CHARACTER = /.\p{M}*/gsu;

const wordsOf = (search: string): string[] => (search.match(WORD) ?? []).map(folded);

/** Without case and accents, as the server compares. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ');
}

/** The text in parts that make it up again: of each word that begins like one that was searched for, that beginning. */
export function partsOf(text: string, search: string): Part[] {
  const words = wordsOf(search).sort((a, b) => b.length - a.length);
  if (words.length === 0) return [{ text, isMatch: false }];
  const parts: Part[] = [];
  let end = 0;
  const add = (to: number, isMatch: boolean) => {
    if (to > end) parts.push({ text: text.slice(end, to), isMatch });
    end = to;
  };
  for (const { 0: token, index } of text.matchAll(WORD)) {
    const whole = folded(token);
    const word = words.find((wanted) => whole.startsWith(wanted));
    if (word === undefined) continue;
    add(index, false);
    add(index + lengthOf(token, word.length), true);
  }
  add(text.length, false);
  return parts;
}

/** How much of the token there is in so many folded characters. */
function lengthOf(token: string, wanted: number): number {
  let length = 0;
  let reached = 0;
  for (const [character] of token.matchAll(CHARACTER)) {
    if (reached >= wanted) break;
    reached += folded(character).length;
    length += character.length;
  }
  return length;
}
