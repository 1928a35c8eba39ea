import type { Catalogue } from '../catalogue/catalogue.ts';
import { Channel, type Language } from '../catalogue/category.ts';
import type { Sql } from '../platform/database.ts';

/** What a reader has said about when and how they want to be reached. */
export interface DeliveryTerms {
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
  /** Minutes since midnight in the reader's time zone; both null: no quiet hours. */
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  readonly dndUntil: string | null;
}

const USUAL: DeliveryTerms = {
  language: 'en',
  timeZone: 'UTC',
  quietFrom: null,
  quietUntil: null,
  dndUntil: null,
};

export async function deliveryTermsOf(sql: Sql, userId: string): Promise<DeliveryTerms> {
  const [row] = await sql.query<DeliveryTerms>(
    `select language, time_zone as "timeZone", quiet_from as "quietFrom", quiet_until as "quietUntil",
       dnd_until as "dndUntil" from preferences where user_id = $1`,
    [userId],
  );
  return row ?? USUAL;
}

/** As if the reader had switched e-mail off for these categories. */
export async function turnOffEmail(
  sql: Sql,
  userId: string,
  categories: readonly string[],
  catalogue: Catalogue,
): Promise<void> {
  const possible = categories.filter((name) => catalogue.category(name).priority !== 'critical');
  await sql.query(
    `insert into channel_choices (user_id, category, channel, is_on)
     select $1, category, $3, false from unnest($2::text[]) category
     on conflict (user_id, category, channel) do update set is_on = false`,
    [userId, possible, Channel.EMAIL],
  );
}
