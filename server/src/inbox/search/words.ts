import { createHash } from 'node:crypto';

/** Longer ones are found by their beginning. */
const MAX_LENGTH = 60;
const MARKS = /\p{M}+/gu;
// Scripts that are written without spaces: each character is a word. So is a picture.
const SPACELESS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{sc=${script}}`)
  .join('');
const WORDS = new RegExp(`[${SPACELESS}\\p{Extended_Pictographic}]|[[\\p{L}\\p{N}]--[${SPACELESS}]]+`, 'gv');

/** Each word of a text once, without case and accents: letters and digits, and nothing that means something elsewhere. */
export function wordsOf(text: string): string[] {
  // By the upper case: ß is SS there, and a final sigma is one like the others.
  const folded = text.normalize('NFKD').replace(MARKS, '').toUpperCase().toLowerCase().replaceAll('ς', 'σ');
  const words = folded.match(WORDS) ?? [];
  return [...new Set(words.map((word) => [...word].slice(0, MAX_LENGTH).join('')))];
}

/** What the words of one user begin with, so that one index has those of all. Should two users share it, no harm is done. */
export const ownerKey = (userId: string): string =>
  createHash('sha256').update(userId).digest('hex').slice(0, 10);

/** What is kept of one user's text: its words, and those of their stems, marked as such, that are none of its words. */
export function lexemesOf(
  userId: string,
  words: readonly string[],
  stemsOf: (word: string) => readonly string[],
): string[] {
  const key = ownerKey(userId);
  const known = new Set(words);
  const stems = [...new Set(words.flatMap(stemsOf))].filter((stem) => !known.has(stem));
  return [...words.map((word) => `${key}:${word}`), ...stems.map((stem) => `${key}~${stem}`)];
}

/** What makes one of the forms of a word, by the language. PostgreSQL has them all. */
export const stemmers = {
  ar: 'arabic_stem',
  de: 'german_stem',
  en: 'english_stem',
  fr: 'french_stem',
} as const;
