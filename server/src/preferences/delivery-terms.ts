import type { Language } from '../catalogue/language.ts';
import type { Sql } from '../platform/postgres/database.ts';
import type { QuietWeek } from './clock/quiet-week.ts';
import { DEFAULT_TIME_ZONE } from './clock/time-zone.ts';

/** What a delivery has to know of its reader, besides their choices. */
export interface DeliveryTerms {
  readonly language: Language;
  /** An IANA name; another replica may know more of them. */
  readonly timeZone: string;
  /** By the clocks there; null: never. */
  readonly quietHours: QuietWeek | null;
  /** ISO 8601; may be past. */
  readonly dndUntil: string | null;
}

export const DEFAULT_TERMS: DeliveryTerms = {
  language: 'en',
  timeZone: DEFAULT_TIME_ZONE,
  quietHours: null,
  dndUntil: null,
};

/** As the reader has set them; the defaults for one who never did. */
export async function deliveryTermsOf(sql: Sql, userId: string): Promise<DeliveryTerms> {
  const [terms] = await sql.query<DeliveryTerms>(
    `select language, time_zone as "timeZone", quiet_hours as "quietHours", dnd_until as "dndUntil"
     from preferences where user_id = $1`,
    [userId],
  );
  return terms ?? DEFAULT_TERMS;
}
