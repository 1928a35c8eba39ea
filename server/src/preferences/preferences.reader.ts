import type { Catalogue } from '../catalogue/catalogue.ts';
import { Channel, titleFor, type Category } from '../catalogue/category.ts';
import type { Language } from '../catalogue/language.ts';
import { emailMinutes, type EmailSetup } from '../catalogue/email-setup.ts';
import { isAddressSql } from '../platform/text/address.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { Groups } from '../platform/postgres/groups.ts';
import { ALL_OTHERS } from './channel-choices.ts';
import { DEFAULT_TERMS, type DeliveryTerms } from './delivery-terms.ts';
import type { CategoryPreferenceType, PreferencesType } from './preferences.type.ts';
import { everyDayShown, quietWeekShown } from './quiet-hours-shown.ts';
import { choiceAgainst } from './wants.ts';

/** How many of a reader's newest notifications are looked at for categories that nobody declared. */
const NEWEST = 300;
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

type Row = DeliveryTerms & {
  userId: string;
  isTimeZoneChosen: boolean;
  hasAddress: boolean;
  revision: string | null;
  choices: Choice[];
  recent: string[];
};

const READ = `
  select u.id as "userId", coalesce(p.language, '${DEFAULT_TERMS.language}') as language,
    coalesce(p.time_zone, '${DEFAULT_TERMS.timeZone}') as "timeZone", coalesce(p.is_time_zone_chosen, false) as "isTimeZoneChosen",
    p.quiet_hours as "quietHours",
    case when p.dnd_until > now() then p.dnd_until end as "dndUntil",
    ${isAddressSql('u.email')} is true as "hasAddress", p.xmin::text as revision,
    (select coalesce(json_agg(json_build_object('category', category, 'channel', channel, 'isOn', is_on)), '[]')
     from channel_choices where user_id = u.id) as choices,
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
    const { userId, revision, language, timeZone, isTimeZoneChosen, dndUntil, hasAddress } = row;
    const quietWeek = quietWeekShown(row.quietHours);
    return {
      id: preferencesId(userId),
      userId,
      revision,
      language,
      timeZone,
      isTimeZoneChosen,
      quietHours: everyDayShown(quietWeek),
      quietWeek,
      doNotDisturbUntil: dndUntil,
      hasEmailAddress: hasAddress && this.email.isSetUp,
      categories: this.categories(row),
    };
  }

  /** The declared ones in their order, then those that others made up, by name. */
  private categories({ language, choices, recent }: Row): CategoryPreferenceType[] {
    const declared = this.catalogue.categories;
    const known = new Set(declared.map(({ name }) => name));
    const others = [...new Set([...recent, ...choices.map(({ category }) => category)])]
      .filter((name) => !known.has(name) && name !== ALL_OTHERS)
      .sort();
    const all = [...declared, ...others.map((name) => this.catalogue.category(name))];
    const chosen = new Map(choices.map(({ category, channel, isOn }) => [`${channel} ${category}`, isOn]));
    return all.map((category) => this.category(category, language, chosen));
  }

  private category(
    category: Category,
    language: Language,
    chosen: ReadonlyMap<string, boolean>,
  ): CategoryPreferenceType {
    return {
      category: category.name,
      title: titleFor(category, language),
      isCritical: category.isCritical,
      emailAfterMinutes: emailMinutes(category, this.email),
      channels: Object.values(Channel).map((channel) => {
        const declared = category.channels[channel];
        const own = chosen.get(`${channel} ${category.name}`) ?? chosen.get(`${channel} ${ALL_OTHERS}`);
        const isOn = !choiceAgainst(category, channel, { isMuted: false, isOn: own ?? null });
        return { channel, isOn, isDefault: category.isCritical || isOn === declared };
      }),
    };
  }
}
