import { spoken } from '../../words/words.ts';

/** One after the other, as a list of things is written: `a, b, c`. */
export const listWords = (items: readonly string[]): string =>
  new Intl.ListFormat(spoken(), { type: 'unit', style: 'short' }).format(items);
