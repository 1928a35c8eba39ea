import type { Wordings } from '../catalogue/wording/wordings.ts';
import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import { SeenWords } from './seen-words.ts';
import { WordIndex } from './word-index.ts';

export interface SearchNeeds {
  readonly wordings: Wordings;
}

/** Takes in the words of notifications, by which their readers find them; how they are found is the inbox's. */
export function createSearch({ database, onTrouble }: Platform, { wordings }: SearchNeeds): Feature {
  const index = new WordIndex(database, new SeenWords(wordings));
  return {
    personal: [
      { table: 'notification_words', of: 'user_id = $1', exported: [], erased: 'with their owner' },
      { table: 'stale_words', of: 'user_id = $1', exported: [], erased: 'deleted' },
    ],
    prepare: async () => index.start(onTrouble),
    close: () => index.stop(),
  };
}
