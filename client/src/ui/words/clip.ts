/** Made when it is first needed: to begin, it loads tables, which no page should wait for. */
let segmenter: Intl.Segmenter | undefined;

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

/** Of which nothing can grow together with what comes before it. */
const BY_THEMSELVES = /^[ -~](?=[ -~]|$)/;

export function firstCharacter(text: string): string {
  const [plain] = BY_THEMSELVES.exec(text) ?? [];
  if (plain) return plain;
  const [first = ''] = charactersOf(text);
  return first;
}

function* charactersOf(text: string): Generator<string> {
  // A browser without it knows code points at least, which are no halves of anything.
  if (!('Segmenter' in Intl)) return yield* text;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}
