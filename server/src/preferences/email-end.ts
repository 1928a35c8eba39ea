import type { Catalogue } from '../catalogue/catalogue.ts';
import { Channel } from '../catalogue/category.ts';
import type { Sql, SqlAndEntities } from '../platform/postgres/database.ts';
import { ALL_OTHERS, choiceSql, chooseChannel } from './channel-choices.ts';
import { ChannelChoiceEntity } from './preferences.entities.ts';
import { lockPreferences } from './lock-preferences.ts';
import { choiceAgainst } from './wants.ts';

/** What a reader ends e-mails of: some categories, or all, also those to come. Critical ones are passed over. */
export type Ended = readonly string[] | 'ALL';

/**
 * What a reader does by unsubscribing; twice is once. Belongs into a transaction; after its commit tell the reader's
 * devices by `PreferencesFeeds.announce`.
 */
export async function endEmails(
  sql: SqlAndEntities,
  userId: string,
  ended: Ended,
  catalogue: Catalogue,
): Promise<void> {
  await lockPreferences(sql, userId);
  if (ended === 'ALL')
    await sql.entities.nativeDelete(ChannelChoiceEntity, { userId, channel: Channel.EMAIL, isOn: true });
  const categories = ended === 'ALL' ? [ALL_OTHERS] : possible(ended, catalogue);
  await sql.entities.upsertMany(
    ChannelChoiceEntity,
    categories.map((category) => ({ userId, category, channel: Channel.EMAIL, isOn: false })),
  );
}

/**
 * Takes that back. Where all were ended, what the reader has switched off by itself stays so.
 * @throws BAD_USER_INPUT when the user has choices about 200 other categories
 */
export async function resumeEmails(
  sql: SqlAndEntities,
  userId: string,
  ended: Ended,
  catalogue: Catalogue,
): Promise<void> {
  await lockPreferences(sql, userId);
  if (ended === 'ALL')
    await sql.entities.nativeDelete(ChannelChoiceEntity, {
      userId,
      category: ALL_OTHERS,
      channel: Channel.EMAIL,
    });
  else
    for (const name of possible(ended, catalogue))
      await chooseChannel(sql, userId, catalogue.category(name), Channel.EMAIL, true);
}

/** Whether any of them comes to the user. */
export async function getsEmails(
  sql: Sql,
  userId: string,
  ended: Ended,
  catalogue: Catalogue,
): Promise<boolean> {
  if (ended === 'ALL') {
    const general = await sql.query(
      `select from channel_choices where user_id = $1 and category = $2 and channel = $3 and not is_on`,
      [userId, ALL_OTHERS, Channel.EMAIL],
    );
    return general.length === 0;
  }
  const choices = await sql.query<{ category: string; isOn: boolean | null }>(
    `select asked.category, ${choiceSql('$1', 'asked.category', Channel.EMAIL)} as "isOn"
     from unnest($2::text[]) asked (category)`,
    [userId, possible(ended, catalogue)],
  );
  return choices.some(
    ({ category, isOn }) =>
      !choiceAgainst(catalogue.category(category), Channel.EMAIL, { isMuted: false, isOn }),
  );
}

const possible = (names: readonly string[], catalogue: Catalogue): string[] =>
  [...new Set(names)].filter((name) => !catalogue.category(name).isCritical);
