import { checkText } from '../../platform/input.ts';
import type { Parameters } from '../parameters.ts';
import { ownerKey, stemmers, wordsOf } from './words.ts';

const MAX_SEARCH = 200;
const STEMMERS = Object.values(stemmers)
  .map((stemmer) => `'${stemmer}'::regdictionary`)
  .join(', ');

/**
 * What one user's notifications have the words of, as a condition on `notifications n`.
 * @throws BAD_USER_INPUT as searchMatch
 */
export function searchCondition(userId: string, search: string, parameters: Parameters): string {
  const match = searchMatch(userId, search, parameters);
  return `n.id in (select w.notification_id from notification_words w
    where w.user_id = ${parameters.add(userId)} and ${match})`;
}

/**
 * What has the words, as a condition on `notification_words w` of the user: all of them, each as the beginning of a word,
 * or by the stem, which is a word there or marked as a stem. Not that of the reader's language alone: what was taken in before they chose
 * another is found until it is taken in anew.
 * @throws BAD_USER_INPUT unless it has 1 to 200 characters, which can be stored
 */
export function searchMatch(userId: string, search: string, parameters: Parameters): string {
  checkText('search', search, MAX_SEARCH);
  const words = wordsOf(search);
  if (words.length === 0) return 'false';
  const key = parameters.add(ownerKey(userId));
  return `w.words @@ (
    select string_agg(format('(%L:*%s)', ${key} || ':' || word, (
      select string_agg(distinct format(' | %L | %L', ${key} || '~' || stem, ${key} || ':' || stem), '')
      from unnest(array[${STEMMERS}]) stemmer, unnest(ts_lexize(stemmer, word)) stem where stem <> ''
    )), ' & ')::tsquery
    from unnest(${parameters.add(words)}::text[]) word)`;
}
