import { Channel, isCritical, type Category } from '../catalogue/category.ts';
import { Ring } from '../inbox/ring.ts';
import { quietReason, type QuietTerms } from '../preferences/quiet-hours.ts';
import { choiceAgainst, type Choices } from './rules.ts';

/** Whether a notification rings for a reader at this moment, or why not. Pure. */
export function ringOf(now: Date, category: Category, choices: Choices, terms: QuietTerms): Ring {
  const against =
    choiceAgainst(choices, category, Channel.IN_APP) ??
    (isCritical(category) ? undefined : quietReason(now, terms));
  return against ? Ring[against] : Ring.RANG;
}

/**
 * The same as a value for the statement that adds notifications, on its CTEs `item` (user_id) and `content c`
 * (category, application_id, is_critical, ring_default). Questions rather than joins, as in plan-emails.ts: most
 * recipients have answered none of them, and each is a look into a primary key.
 * @param now the moment, in SQL
 */
export const ringSql = (now: string): string => `case
        when c.is_critical then '${Ring.RANG}'
        when c.application_id is not null and exists (select from muted_applications m
          where m.user_id = item.user_id and m.application_id = c.application_id) then '${Ring.MUTED}'
        when not coalesce((select own.is_on from channel_choices own where own.user_id = item.user_id
          and own.category = c.category and own.channel = '${Channel.IN_APP}'), c.ring_default)
          then '${Ring.PREFERENCE_OFF}'
        else coalesce((select case
            when p.dnd_until > ${now} then '${Ring.DO_NOT_DISTURB}'
            when p.quiet_from is not null and ${isQuietSql(now)} then '${Ring.QUIET_HOURS}' end
          from preferences p where p.user_id = item.user_id), '${Ring.RANG}')
      end`;

/** By the offsets that we wrote down: PostgreSQL has rules of its own for zones, and does not know all of ours. */
const isQuietSql = (now: string): string => `(
              select case when p.quiet_from <= p.quiet_until
                then p.quiet_from <= minute and minute < p.quiet_until
                else p.quiet_from <= minute or minute < p.quiet_until end
              from (select (floor(extract(epoch from ${now}) / 60)::int + o.minutes) % 1440 as minute
                from zone_offsets o
                where o.zone = p.time_zone and o.since <= ${now} order by o.since desc limit 1) clock)`;
