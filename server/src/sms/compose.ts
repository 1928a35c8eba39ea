import type { Wordings } from '../catalogue/wording/wordings.ts';
import { wordsOfEntry } from '../delivery/entry-words.ts';
import type { MessageDraft } from '../delivery/take-up.ts';
import { contained } from '../platform/text/bidi.ts';
import { oneLine } from '../platform/text/text.ts';
import { fitted } from './fit.ts';
import { smsWording } from './wording.ts';

/** Of so many others the titles are told. */
const MAX_TITLES = 5;
/** Of the characters that make a message cheap, which `×` is not. */
const TIMES = 'x';

/** What a text message says: one notification, or how many there are and what they are called; and where to read them. */
export const composeSms =
  (wordings: Wordings, publicUrl: string) =>
  async ({ entries, count, terms }: MessageDraft): Promise<string> => {
    const said = await wordings.findAll(entries.flatMap(({ wording }) => wording ?? []));
    const worded = entries
      .slice(0, MAX_TITLES)
      .map((entry) => ({ entry, ...wordsOfEntry(entry, terms, said, TIMES) }));
    const [only] = worded;
    if (count === 1) {
      const text = [only!.title, only!.message].map((part) => contained(oneLine(part))).filter(Boolean);
      return fitted(text.join('\n'), `${publicUrl}/notifications/${only!.entry.id}`);
    }
    const titles = worded.map(({ title }) => `- ${contained(oneLine(title))}`);
    return fitted(
      [smsWording[terms.language].unread(count), ...titles].join('\n'),
      `${publicUrl}/notifications`,
    );
  };
