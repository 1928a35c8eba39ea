import type { Channel } from '../catalogue/category.ts';
import { type Category } from '../catalogue/category.ts';
import { subjectIdColumn, subjectTypeColumn } from '../inbox/subject.ts';
import { choiceSql } from './channel-choices.ts';
import { quietReason, type QuietTerms } from './clock/quiet-hours.ts';
import { isQuietSql } from './clock/quiet-week.ts';

// Who wants what, decided in one place: as functions for one reader, and as SQL for many at a time, which a property
// test holds against each other. A channel to come adds its name to `Channel`, and nothing here.

/** What a reader has chosen that concerns a notification, on one channel. */
export interface Choices {
  /** What it is about. */
  readonly isMuted: boolean;
  /** The channel for its category; null: nothing, it is as declared. */
  readonly isOn: boolean | null;
}

export type ChoiceAgainst = 'MUTED' | 'PREFERENCE_OFF';
/** What there is against telling a reader of something now. */
export type Against = ChoiceAgainst | 'DO_NOT_DISTURB' | 'QUIET_HOURS';

/** Which choice of the reader is against a channel, if any is; critical categories pass all of them. Pure. */
export function choiceAgainst(
  category: Category,
  channel: Channel,
  { isMuted, isOn }: Choices,
): ChoiceAgainst | undefined {
  if (category.isCritical) return undefined;
  if (isMuted) return 'MUTED';
  return (isOn ?? category.channels[channel]) ? undefined : 'PREFERENCE_OFF';
}

/** The same, and whether it is the wrong moment. Pure. */
export function against(
  now: Date,
  category: Category,
  channel: Channel,
  choices: Choices,
  terms: QuietTerms,
): Against | undefined {
  const choice = choiceAgainst(category, channel, choices);
  return choice ?? (category.isCritical ? undefined : quietReason(now, terms));
}

/** To `notifications n`: `muted.user_id` is null unless its reader has muted what it is about. */
export const mutedJoin = `left join muted_subjects muted on muted.user_id = n.user_id
    and muted.subject_type = ${subjectTypeColumn} and muted.subject_id = ${subjectIdColumn}`;

// The SQL stands in a statement with the CTEs `item` (user_id) and `content c` (category, subject_type, subject_id, is_critical,
// and what is declared of each channel). It asks questions rather than joins: most recipients are answered by the
// first, and each later one is a look into a primary key.

const choiceCases = (channel: Channel, declared: string): string => `
        when c.subject_type is not null and exists (select from muted_subjects m where m.user_id = item.user_id
          and m.subject_type = c.subject_type and m.subject_id = c.subject_id) then 'MUTED'
        when not coalesce(${choiceSql('item.user_id', 'c.category', channel)}, ${declared})
          then 'PREFERENCE_OFF'`;

/** A value: `choiceAgainst`, or null. @param declared the column that says whether the channel is on by declaration */
export const choiceAgainstSql = (channel: Channel, declared: string): string =>
  `case when c.is_critical then null ${choiceCases(channel, declared)} end`;

/** A value: `against`, or null. @param now the moment, in SQL */
export const againstSql = (now: string, channel: Channel, declared: string): string =>
  `case when c.is_critical then null ${choiceCases(channel, declared)}
        else (select case
            when p.dnd_until > ${now} then 'DO_NOT_DISTURB'
            when p.quiet_hours is not null and ${isQuietThereSql(now)} then 'QUIET_HOURS' end
          from preferences p where p.user_id = item.user_id)
      end`;

/** By the offsets that we wrote down: PostgreSQL has rules of its own for zones, and does not know all of ours. */
const isQuietThereSql = (now: string): string => `(
              select ${isQuietSql('p.quiet_hours', `(floor(extract(epoch from ${now}) / 60)::int + o.minutes)`)}
              from zone_offsets o
              where o.zone = p.time_zone and o.since <= ${now} order by o.since desc limit 1)`;
