import type { Category, Channel } from '../catalogue/category.ts';
import { badInput } from '../platform/errors.ts';
import type { SqlAndEntities } from '../platform/postgres/database.ts';
import { Pace } from './pace.ts';
import { PaceChoiceEntity } from './preferences.entities.ts';

const MAX_CATEGORIES = 200;

/**
 * Keeps how a category is paced for a user. Belongs into a transaction that has the user's preferences locked.
 * @throws BAD_USER_INPUT when the user has paced 200 other categories
 */
export async function choosePace(
  { entities }: SqlAndEntities,
  userId: string,
  { name: category }: Category,
  channel: Channel,
  pace: Pace,
): Promise<void> {
  const place = { userId, category, channel };
  if (pace === Pace.NOW) {
    await entities.nativeDelete(PaceChoiceEntity, place);
    return;
  }
  const others = await entities.count(PaceChoiceEntity, { userId, channel, category: { $ne: category } });
  if (others >= MAX_CATEGORIES)
    throw badInput(`You have paced ${MAX_CATEGORIES} categories, which is the most`, 'category');
  await entities.upsert(PaceChoiceEntity, { ...place, pace });
}
