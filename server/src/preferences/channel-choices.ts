import type { Category, Channel } from '../catalogue/category.ts';
import type { SqlAndEntities } from '../platform/postgres/database.ts';
import { badInput } from '../platform/errors.ts';
import { ChannelChoiceEntity } from './preferences.entities.ts';

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
  sql: SqlAndEntities,
  userId: string,
  category: Category,
  channel: Channel,
  isOn: boolean | null,
): Promise<void> {
  const declared = category.channels[channel];
  const wanted = isOn ?? declared;
  const { entities } = sql;
  const place = { userId, category: category.name, channel };
  const usual = await entities.findOne(ChannelChoiceEntity, { ...place, category: ALL_OTHERS });
  if (wanted === (usual?.isOn ?? declared)) {
    await entities.nativeDelete(ChannelChoiceEntity, place);
    return;
  }
  const others = await entities.find(ChannelChoiceEntity, {
    userId,
    category: { $nin: [category.name, ALL_OTHERS] },
  });
  if (new Set(others.map((other) => other.category)).size >= MAX_CATEGORIES)
    throw badInput(`You have choices about ${MAX_CATEGORIES} categories, which is the most`, 'category');
  await entities.upsert(ChannelChoiceEntity, { ...place, isOn: wanted });
}
