const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Other people's texts may be long: they are cut, never a reason to fail.
 * @param most in code points, with the ellipsis. It may be fewer, since what readers see as one character, such as a
 *   flag or a family, is shown whole or not at all; only one that is longer by itself is not spared.
 */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = [...text];
  if (characters.length <= most) return text;
  const kept = characters.slice(0, most - 1).join('');
  return `${kept.slice(0, lastEnd(text, kept.length) || kept.length)}…`;
}

/** Where the last grapheme ends that lies within so many UTF-16 units. */
function lastEnd(text: string, most: number): number {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return end;
}
