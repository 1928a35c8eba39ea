import { segmentsOf } from './segments.ts';

const MAX_SEGMENTS = 3;
/** Of the characters that make a message cheap, which `…` is not. */
const ELLIPSIS = '...';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text and the link after it in three segments: the text is cut, between what readers see as characters. */
export function fitted(text: string, link: string): string {
  const whole = `${text}\n${link}`;
  if (segmentsOf(whole) <= MAX_SEGMENTS) return whole;
  const ends = [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length);
  const cutAt = (count: number) => `${text.slice(0, ends[count - 1] ?? 0).trimEnd()}${ELLIPSIS}\n${link}`;
  let [fits, tooMany] = [0, ends.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (segmentsOf(cutAt(middle)) <= MAX_SEGMENTS) fits = middle;
    else tooMany = middle;
  }
  return cutAt(fits);
}
