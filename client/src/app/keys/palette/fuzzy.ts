const MAX_LETTERS = 60;

// A letter that begins a word or follows the one before is more likely what was meant.
const ANYWHERE = 1;
const NEXT = 3;
const BEGINS_WORD = 5;

/**
 * How well a text has what was written, the more the better; null where it has not all of it. Each written word must be
 * there with its letters in their order, other letters may stand between: `mar` and `mkread` find “Mark it as read”.
 * Case and accents do not count.
 */
export function scoreOf(written: string, text: string): number | null {
  const letters = lettersOf(text);
  let sum = 0;
  for (const word of folded(written).split(/\s+/u).filter(Boolean)) {
    const score = scoreOfWord([...word].slice(0, MAX_LETTERS), letters);
    if (score === null) return null;
    sum += score;
  }
  return sum;
}

/** Those that have it, the best first; equal ones in the order in which they were given. */
export function bestOf<Item>(
  written: string,
  items: readonly Item[],
  textOf: (item: Item) => string,
): Item[] {
  return items
    .flatMap((item) => {
      const score = scoreOf(written, textOf(item));
      return score === null ? [] : [{ item, score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

type Letter = { letter: string; isFirst: boolean };
type Score = number | null;

function scoreOfWord(word: string[], letters: Letter[]): Score {
  let scores: Score[] | null = null;
  for (const wanted of word) scores = scoresWith(wanted, letters, scores);
  return scores && highest(scores);
}

/** For each letter of the text the best score of what was written so far that ends on it. */
function scoresWith(wanted: string, letters: Letter[], before: Score[] | null): Score[] {
  let farther: Score = before ? null : 0;
  return letters.map(({ letter, isFirst }, index) => {
    const next = before?.[index - 1] ?? null;
    const worth = isFirst ? BEGINS_WORD : ANYWHERE;
    const ways = letter === wanted ? [add(farther, worth), add(next, Math.max(NEXT, worth))] : [];
    if (before) farther = highest([farther, before[index] ?? null]);
    return highest(ways);
  });
}

const add = (score: Score, worth: number) => (score === null ? null : score + worth);

function highest(scores: Score[]): Score {
  const known = scores.filter((score) => score !== null);
  return known.length > 0 ? Math.max(...known) : null;
}

function lettersOf(text: string): Letter[] {
  const all = [...folded(text)];
  const isLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
  return all.map((letter, index) => ({ letter, isFirst: isLetter(letter) && !isLetter(all[index - 1]) }));
}

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
