import { readable } from '../platform/text/readable.ts';
import { givenBy } from '../catalogue/wording/given.ts';
import type { Wording } from '../catalogue/wording/wording.ts';
import { withoutControls } from '../platform/text/text.ts';
import type { DeliveryTerms } from '../preferences/delivery-terms.ts';
import { wordingReader } from '../preferences/wording-readers.ts';
import type { Entry } from './take-up.ts';

/** What a notification says to its reader, who may have to be protected from what is in it yet: see `bidi.ts`. */
export interface EntryWords {
  readonly title: string;
  readonly message: string;
  /** For a channel that has subjects. */
  readonly subject: string;
}

/**
 * A declared type says it in the reader's language; what was sent with words of its own stands as it was sent.
 * How many events it stands for comes after its title where its words leave that out.
 * @param wordings those that the entries are in, by their ids
 * @param times the sign in front of that number
 */
export function wordsOfEntry(
  entry: Entry,
  terms: DeliveryTerms,
  wordings: ReadonlyMap<number, Wording>,
  times = '×',
): EntryWords {
  const wording = entry.wording === null ? undefined : wordings.get(entry.wording);
  const reader = wordingReader(terms);
  const given = givenBy(entry);
  const title = wording ? wording.title(reader, given) : entry.title || readable(entry.type);
  const isCounted = entry.count === 1 || wording?.arguments.some(({ name }) => name === 'count');
  const mark = isCounted ? '' : ` ${times}${entry.count}`;
  return {
    title: withoutControls(title) + mark,
    message: withoutControls(wording ? wording.message(reader, given) : entry.message),
    subject: withoutControls(wording?.emailSubject(reader, given) ?? title) + mark,
  };
}
