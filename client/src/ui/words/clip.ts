const graphemes = 'Segmenter' in Intl ? new Intl.Segmenter('en', { granularity: 'grapheme' }) : undefined;

/**
 * The text, or its beginning and "…" where it is longer than `most` (UTF-16 units, "…" included). Nothing that a reader
 * takes for one character is cut apart (UAX #29): no emoji made of several, no letter with its accents.
 */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const character of charactersOf(text)) {
    if (end + character.length > most - 1) break;
    end += character.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

export function firstCharacter(text: string): string {
  const [first = ''] = charactersOf(text);
  return first;
}

function* charactersOf(text: string): Generator<string> {
  // A browser without it knows code points at least, which are no halves of anything.
  if (!graphemes) yield* text;
  else for (const { segment } of graphemes.segment(text)) yield segment;
}
