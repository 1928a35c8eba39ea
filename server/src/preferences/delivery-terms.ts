import type { Catalogue } from '../catalogue/catalogue.ts';
import { Channel, isCritical, type Language } from '../catalogue/category.ts';
import type { Sql } from '../platform/database.ts';
import { lockPreferences } from './lock-preferences.ts';

/** What a delivery has to know of its reader, besides their choices. */
export interface DeliveryTerms {
  readonly language: Language;
  /** An IANA name. */
  readonly timeZone: string;
  /** Minutes since midnight there; both null: no quiet hours. */
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  /** ISO 8601; may be past. */
  readonly dndUntil: string | null;
}

export const DEFAULT_TERMS: DeliveryTerms = {
  language: 'en',
  timeZone: 'UTC',
  quietFrom: null,
  quietUntil: null,
  dndUntil: null,
};

/** As the reader has set them; the defaults for one who never did. */
export async function deliveryTermsOf(sql: Sql, userId: string): Promise<DeliveryTerms> {
  const [terms] = await sql.query<DeliveryTerms>(
    `select language, time_zone as "timeZone", quiet_from as "quietFrom", quiet_until as "quietUntil",
       dnd_until as "dndUntil"
     from preferences where user_id = $1`,
    [userId],
  );
  return terms ?? DEFAULT_TERMS;
}

/**
 * What a reader does by unsubscribing: no e-mail of these categories any more. Critical ones are passed over, and twice
 * is once. Belongs into a transaction; after its commit tell the reader's devices by `PreferencesFeeds.announce`.
 */
export async function turnOffEmail(
  sql: Sql,
  userId: string,
  categories: readonly string[],
  catalogue: Catalogue,
): Promise<void> {
  const possible = [...new Set(categories)].filter((name) => !isCritical(catalogue.category(name)));
  if (possible.length === 0) return;
  await lockPreferences(sql, userId);
  await sql.query(
    `insert into channel_choices (user_id, category, channel, is_on)
     select $1, category, $3, false from unnest($2::text[]) category
     on conflict (user_id, category, channel) do update set is_on = false`,
    [userId, possible, Channel.EMAIL],
  );
}
