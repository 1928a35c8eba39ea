import type { Category, Channel } from '../catalogue/category.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { badInput } from '../platform/errors.ts';

const MAX_CATEGORIES = 200;

/** In place of a category's name, which is never blank: a choice about all those about which there is none. */
export const ALL_OTHERS = '';

/** SQL: what a user has chosen about a category and channel, by name or with all others; null: nothing. */
export const choiceSql = (userId: string, category: string, channel: Channel): string =>
  `(select own.is_on from channel_choices own
    where own.user_id = ${userId} and own.category in (${category}, '${ALL_OTHERS}') and own.channel = '${channel}'
    order by own.category desc limit 1)`;

/**
 * Keeps whether a category comes to a user by a channel, if that departs from what it does without a choice of its own.
 * Belongs into a transaction that has the user's preferences locked.
 * @param isOn null: as it is declared
 * @throws BAD_USER_INPUT when the user has choices about 200 other categories
 */
export async function chooseChannel(
  sql: Sql,
  userId: string,
  category: Category,
  channel: Channel,
  isOn: boolean | null,
): Promise<void> {
  const declared = category.channels[channel];
  const wanted = isOn ?? declared;
  const place = [userId, category.name, channel];
  const [usual] = await sql.query<{ isOn: boolean }>(
    `select is_on as "isOn" from channel_choices where user_id = $1 and category = $2 and channel = $3`,
    [userId, ALL_OTHERS, channel],
  );
  if (wanted === (usual?.isOn ?? declared)) {
    await sql.query(
      `delete from channel_choices where user_id = $1 and category = $2 and channel = $3`,
      place,
    );
    return;
  }
  const [others] = await sql.query<{ count: number }>(
    `select count(distinct category)::int as count from channel_choices where user_id = $1 and category not in ($2, $3)`,
    [userId, category.name, ALL_OTHERS],
  );
  if (others!.count >= MAX_CATEGORIES)
    throw badInput(`You have choices about ${MAX_CATEGORIES} categories, which is the most`, 'category');
  await sql.query(
    `insert into channel_choices (user_id, category, channel, is_on) values ($1, $2, $3, $4)
     on conflict (user_id, category, channel) do update set is_on = excluded.is_on`,
    [...place, wanted],
  );
}
