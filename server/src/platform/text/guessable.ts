/** As they follow each other in the alphabet and on keyboards. */
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const NEIGHBOURS = new Set(
  ROWS.flatMap((row) => pieces(row, 2).flatMap((pair) => [pair, pair[1]! + pair[0]!])),
);

/** Chance brings so much again only in a text of few different characters. */
const MIN_NEW = 3 / 4;
/** Of forty digits a fifth. */
const MAX_IN_ROWS = 2 / 3;

/**
 * Whether a secret comes to mind sooner than by chance: blanks, few keys, a piece again and again, or keys in their order.
 * Chance makes such a text of digits alone, and of forty of them once in 13,000. A sentence that nobody has said before
 * passes; what is in lists of secrets is not looked up.
 * @param least how many characters it has to have
 */
export function canBeGuessed(text: string, least: number): boolean {
  const keys = new Set(text.replace(/\s/g, '')).size;
  const parts = pieces(text, 3);
  const pairs = pieces(text.toLowerCase(), 2);
  const inRows = pairs.filter((pair) => NEIGHBOURS.has(pair)).length;
  return (
    keys < least / 4 || new Set(parts).size < parts.length * MIN_NEW || inRows > pairs.length * MAX_IN_ROWS
  );
}

function pieces(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) =>
    text.slice(at, at + length),
  );
}
