import type { Catalogue } from '../catalogue/catalogue.ts';
import { titleFor, type Category, type Channel } from '../catalogue/category.ts';
import type { Language } from '../catalogue/language.ts';
import { emailMinutes, type EmailSetup } from '../catalogue/email-setup.ts';
import { isAddressSql } from '../platform/text/address.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { Groups } from '../platform/postgres/groups.ts';
import { ALL_OTHERS } from './channel-choices.ts';
import { DEFAULT_TERMS, type DeliveryTerms } from './delivery-terms.ts';
import type { CategoryPreferenceType, PreferencesType } from './preferences.type.ts';
import { DEFAULT_DIGEST_DAY, DEFAULT_DIGEST_HOUR } from './clock/digest-moment.ts';
import { WEEKDAYS } from './clock/weekday.ts';
import { Pace } from './pace.ts';
import { everyDayShown, quietWeekShown } from './quiet-hours-shown.ts';
import { choiceAgainst } from './wants.ts';

/** How many of a reader's newest notifications are looked at for categories that nobody declared. */
const NEWEST = 100;
const USERS_A_QUERY = 100;

export interface Preferences extends PreferencesType {
  readonly userId: string;
  /** Another one after each change; null as long as there was none. */
  readonly revision: string | null;
}

interface Choice {
  category: string;
  channel: Channel;
  isOn: boolean;
}

interface PaceChoice {
  category: string;
  channel: Channel;
  pace: Pace;
}

type Row = DeliveryTerms & {
  userId: string;
  isLanguageChosen: boolean;
  isTimeZoneChosen: boolean;
  hasAddress: boolean;
  revision: string | null;
  digestHour: number;
  digestDay: number;
  choices: Choice[];
  paces: PaceChoice[];
  recent: string[];
};

const READ = `
  select u.id as "userId", coalesce(p.language, '${DEFAULT_TERMS.language}') as language,
    coalesce(p.is_language_chosen or p.language <> '${DEFAULT_TERMS.language}', false) as "isLanguageChosen",
    coalesce(p.time_zone, '${DEFAULT_TERMS.timeZone}') as "timeZone", coalesce(p.is_time_zone_chosen, false) as "isTimeZoneChosen",
    p.quiet_hours as "quietHours",
    coalesce(p.digest_hour, ${DEFAULT_DIGEST_HOUR}) as "digestHour", coalesce(p.digest_day, ${DEFAULT_DIGEST_DAY}) as "digestDay",
    case when p.dnd_until > now() then p.dnd_until end as "dndUntil",
    ${isAddressSql('u.email')} is true as "hasAddress", p.xmin::text as revision,
    (select coalesce(json_agg(json_build_object('category', category, 'channel', channel, 'isOn', is_on)), '[]')
     from channel_choices where user_id = u.id) as choices,
    (select coalesce(json_agg(json_build_object('category', category, 'channel', channel, 'pace', pace)), '[]')
     from pace_choices where user_id = u.id) as paces,
    array(select distinct category from
      (select category from notifications where user_id = u.id order by seq desc limit ${NEWEST}) newest) as recent
  from users u left join preferences p on p.user_id = u.id where u.id = any($1)`;

export const preferencesId = (userId: string): string =>
  `preferences:${Buffer.from(userId).toString('base64url')}`;

/** A reader's preferences as they are now, the defaults filled in. */
export class PreferencesReader {
  constructor(
    private readonly sql: Sql,
    private readonly catalogue: Catalogue,
    private readonly email: EmailSetup,
    /** Those that are set up here. */
    private readonly channels: readonly Channel[],
  ) {}

  async read(userId: string): Promise<Preferences> {
    const row = await this.rows.add(userId);
    if (!row) throw new Error('Preferences were asked for a user who is not there');
    return this.preferences(row);
  }

  /** When a replica has gone, all of its users come to another at the same moment. */
  private readonly rows = new Groups<string, Row | undefined>(
    async (userIds) => {
      const rows = await this.sql.query<Row>(READ, [userIds]);
      const byUser = new Map(rows.map((row) => [row.userId, row]));
      return userIds.map((userId) => byUser.get(userId));
    },
    { most: USERS_A_QUERY, inFlight: 2, isForAll: () => true },
  );

  /** Of those who are followed, the revisions that there are: one query for many. */
  async revisions(userIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.sql.query<{ userId: string; revision: string }>(
      `select user_id as "userId", xmin::text as revision from preferences where user_id = any($1)`,
      [userIds],
    );
    return new Map(rows.map(({ userId, revision }) => [userId, revision]));
  }

  private preferences(row: Row): Preferences {
    const { userId, revision, language, isLanguageChosen, timeZone, isTimeZoneChosen, dndUntil, hasAddress } =
      row;
    const quietWeek = quietWeekShown(row.quietHours);
    return {
      id: preferencesId(userId),
      userId,
      revision,
      language,
      isLanguageChosen,
      timeZone,
      isTimeZoneChosen,
      quietHours: everyDayShown(quietWeek),
      quietWeek,
      digestHour: row.digestHour,
      digestWeekday: WEEKDAYS[row.digestDay - 1]!,
      doNotDisturbUntil: dndUntil,
      hasEmailAddress: hasAddress && this.email.isSetUp,
      categories: this.categories(row),
    };
  }

  /** The declared ones in their order, then those that others made up, by name. */
  private categories({ language, choices, paces, recent }: Row): CategoryPreferenceType[] {
    const declared = this.catalogue.categories;
    const known = new Set(declared.map(({ name }) => name));
    const others = [...new Set([...recent, ...[...choices, ...paces].map(({ category }) => category)])]
      .filter((name) => !known.has(name) && name !== ALL_OTHERS)
      .sort();
    const all = [...declared, ...others.map((name) => this.catalogue.category(name))];
    const chosen = new Map(choices.map(({ category, channel, isOn }) => [`${channel} ${category}`, isOn]));
    const paced = new Map(paces.map(({ category, channel, pace }) => [`${channel} ${category}`, pace]));
    return all.map((category) => this.category(category, language, { chosen, paced }));
  }

  private category(
    category: Category,
    language: Language,
    { chosen, paced }: { chosen: ReadonlyMap<string, boolean>; paced: ReadonlyMap<string, Pace> },
  ): CategoryPreferenceType {
    return {
      category: category.name,
      title: titleFor(category, language),
      isCritical: category.isCritical,
      emailAfterMinutes: emailMinutes(category, this.email),
      channels: this.channels.map((channel) => {
        const declared = category.channels[channel];
        const own = chosen.get(`${channel} ${category.name}`) ?? chosen.get(`${channel} ${ALL_OTHERS}`);
        const isOn = !choiceAgainst(category, channel, { isMuted: false, isOn: own ?? null });
        const ownPace = paced.get(`${channel} ${category.name}`);
        const pace = category.isCritical ? Pace.NOW : (ownPace ?? Pace.NOW);
        const isDefault = category.isCritical || (isOn === declared && pace === Pace.NOW);
        return { channel, isOn, isDefault, pace };
      }),
    };
  }
}
