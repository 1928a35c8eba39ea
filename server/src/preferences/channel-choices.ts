import type { Category, Channel } from '../catalogue/category.ts';
import type { Sql } from '../platform/database.ts';
import { badInput } from '../platform/errors.ts';

const MOST_CATEGORIES = 200;

/**
 * Keeps whether a category comes to a user by a channel, if that departs from how it is declared. Belongs into a
 * transaction that has the user's preferences locked.
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
  const place = [userId, category.name, channel];
  if (isOn === null || isOn === category.channels[channel]) {
    await sql.query(
      `delete from channel_choices where user_id = $1 and category = $2 and channel = $3`,
      place,
    );
    return;
  }
  const [others] = await sql.query<{ count: number }>(
    `select count(distinct category)::int as count from channel_choices where user_id = $1 and category <> $2`,
    [userId, category.name],
  );
  if (others!.count >= MOST_CATEGORIES)
    throw badInput(`You have choices about ${MOST_CATEGORIES} categories, which is the most`, 'category');
  await sql.query(
    `insert into channel_choices (user_id, category, channel, is_on) values ($1, $2, $3, $4)
     on conflict (user_id, category, channel) do update set is_on = excluded.is_on`,
    [...place, isOn],
  );
}
