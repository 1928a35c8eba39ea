import type { Catalogue } from '../catalogue/catalogue.ts';
import { titleFor, type Category, type Channel } from '../catalogue/category.ts';
import type { Language } from '../catalogue/language.ts';
import { Parameters } from '../inbox/parameters.ts';
import {
  canonical,
  checkSubjectRef,
  subjectCondition,
  type Subject,
  type SubjectRef,
} from '../inbox/subject.ts';
import type { Database, Sql, Transaction } from '../platform/postgres/database.ts';
import { badInput } from '../platform/errors.ts';
import { checkWord } from '../platform/input.ts';
import { chooseChannel } from './channel-choices.ts';
import { checkDigestTime } from './digest-time-input.ts';
import { checkDoNotDisturb } from './do-not-disturb-input.ts';
import { checkQuietHours, withQuietHours, type QuietHoursInput } from './quiet-hours-input.ts';
import { lockPreferences } from './lock-preferences.ts';
import {
  ChannelChoiceEntity,
  MutedSubjectEntity,
  PaceChoiceEntity,
  PreferencesEntity,
} from './preferences.entities.ts';
import { isPaced, Pace } from './pace.ts';
import { choosePace } from './pace-choices.ts';
import type { Weekday } from './clock/weekday.ts';
import { checkTimeZone } from './clock/time-zone.ts';
import { writeNewZone } from './clock/zone-offsets.ts';
import { tellPreferencesChanged } from '../webhooks/tell.ts';

export const MAX_MUTED = 1_000;

/** Who has to know of a change. */
export interface Listeners {
  /** Called after commit: the user's devices look again. */
  announce(userId: string): void;
  /** Called inside the transaction when what holds e-mails back has changed: those that are held are looked at again. */
  onRelaxed(sql: Sql, userId: string): Promise<void>;
  /** Called inside the transaction when digests come otherwise: what waits is moved. */
  onRepaced(sql: Sql, userId: string, critical: readonly string[]): Promise<void>;
  /** Called inside the transaction when declared types say what they say in another language. */
  onReworded(sql: Sql, userId: string): Promise<void>;
}

/** What users say about their own notifications. Every change may be made twice, with one effect. */
export class PreferencesService {
  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
    private readonly listeners: Listeners,
  ) {}

  /**
   * @param isOn null: as the category is declared
   * @throws BAD_USER_INPUT for a critical category, a name that cannot be, or choices about more than 200 categories
   */
  async setChannel(userId: string, name: string, channel: Channel, isOn: boolean | null): Promise<void> {
    const category = this.choosable(name);
    await this.change(userId, (sql) => chooseChannel(sql, userId, category, channel, isOn));
  }

  /**
   * What waits moves with it.
   * @param pace null: at once
   * @throws BAD_USER_INPUT as `setChannel`, and for another channel than e-mail
   */
  async setPace(userId: string, name: string, channel: Channel, pace: Pace | null): Promise<void> {
    const category = this.choosable(name);
    if (!isPaced(channel)) throw badInput('Only e-mails come as digests', 'channel');
    await this.change(userId, async (sql) => {
      await choosePace(sql, userId, category, channel, pace ?? Pace.NOW);
      await this.repace(sql, userId);
    });
  }

  /**
   * When digests come, by the reader's clock; null: as it was.
   * @throws BAD_USER_INPUT unless `hour` is from 0 to 23
   */
  async setDigestTime(userId: string, hour: number | null, weekday: Weekday | null): Promise<void> {
    const chosen = checkDigestTime({ hour, weekday });
    await this.change(userId, async (sql) => {
      if (Object.keys(chosen).length === 0) return;
      await sql.entities.nativeUpdate(PreferencesEntity, { userId }, chosen);
      await this.repace(sql, userId);
    });
  }

  /** Every channel of every category as it is declared, and at once; the rest stays. */
  async reset(userId: string): Promise<void> {
    await this.change(userId, async (sql) => {
      await sql.entities.nativeDelete(ChannelChoiceEntity, { userId });
      const paced = await sql.entities.nativeDelete(PaceChoiceEntity, { userId });
      if (paced > 0) await this.repace(sql, userId);
    });
  }

  /**
   * @param timeZone an IANA name; null: as it was
   * @throws BAD_USER_INPUT for hours that cannot be (see `checkQuietHours`), or a zone that is none
   */
  async setQuietHours(userId: string, hours: QuietHoursInput, timeZone: string | null): Promise<void> {
    const interval = checkQuietHours(hours);
    if (timeZone !== null) checkTimeZone(timeZone);
    await this.change(userId, async (sql) => {
      const { entities } = sql;
      const known = await entities.findOneOrFail(PreferencesEntity, { userId });
      const zone = timeZone === null ? {} : { timeZone, isTimeZoneChosen: true };
      const quietHours = withQuietHours(known.quietHours ?? null, interval, hours.weekdays);
      await entities.nativeUpdate(PreferencesEntity, { userId }, { quietHours, ...zone });
      await writeNewZone(sql, timeZone ?? known.timeZone);
      await this.listeners.onRelaxed(sql, userId);
      if (timeZone !== null) await this.repace(sql, userId);
    });
  }

  /**
   * @param until ISO 8601; null: it is over now
   * @throws BAD_USER_INPUT unless it is ahead, by 7 days at most
   */
  async setDoNotDisturb(userId: string, until: string | null): Promise<void> {
    checkDoNotDisturb(until);
    await this.change(userId, async (sql) => {
      const dndUntil = until === null ? null : new Date(until);
      await sql.entities.nativeUpdate(PreferencesEntity, { userId }, { dndUntil });
      await this.listeners.onRelaxed(sql, userId);
    });
  }

  /** @throws BAD_USER_INPUT unless it is an IANA name that is known here */
  async setTimeZone(userId: string, timeZone: string): Promise<void> {
    checkTimeZone(timeZone);
    await this.change(userId, async (sql) => {
      const zone = { timeZone, isTimeZoneChosen: true };
      await sql.entities.nativeUpdate(PreferencesEntity, { userId }, zone);
      await this.listeners.onRelaxed(sql, userId);
      await this.repace(sql, userId);
    });
  }

  async setLanguage(userId: string, language: Language): Promise<void> {
    await this.change(userId, async (sql) => {
      const { entities } = sql;
      const known = await entities.findOneOrFail(PreferencesEntity, { userId });
      await entities.nativeUpdate(PreferencesEntity, { userId }, { language, isLanguageChosen: true });
      if (known.language !== language) await this.listeners.onReworded(sql, userId);
    });
  }

  /**
   * @param known how it is called and where it is, if the caller knows; else as the user's last notification about it says
   * @throws BAD_USER_INPUT for a subject that cannot be, or when 1,000 are muted already
   */
  async mute(userId: string, subject: SubjectRef, known?: Pick<Subject, 'label' | 'url'>): Promise<void> {
    const key = keyOf(userId, subject);
    await this.change(userId, async (sql) => {
      const { label, url } = known ?? (await lastTold(sql, userId, subject));
      const muted = { ...key, label, url, mutedAt: new Date() };
      const { entities } = sql;
      await entities.upsert(MutedSubjectEntity, muted, { onConflictAction: 'ignore' });
      if ((await entities.count(MutedSubjectEntity, { userId })) > MAX_MUTED)
        throw badInput(`You have muted ${MAX_MUTED} things, which is the most`, 'subject');
    });
  }

  /** @throws BAD_USER_INPUT for a subject that cannot be */
  async unmute(userId: string, subject: SubjectRef): Promise<void> {
    const key = keyOf(userId, subject);
    await this.change(userId, (sql) => sql.entities.nativeDelete(MutedSubjectEntity, key));
  }

  private choosable(name: string): Category {
    const category = this.catalogue.category(checkWord('category', name, 100));
    if (category.isCritical)
      throw badInput(`${titleFor(category, 'en')} is critical: it comes by every channel`, 'category');
    return category;
  }

  private async repace(sql: Transaction, userId: string): Promise<void> {
    const [known] = await sql.query<{ zone: string }>(
      'select time_zone as zone from preferences where user_id = $1',
      [userId],
    );
    await writeNewZone(sql, known!.zone);
    const critical = this.catalogue.categories.filter(({ isCritical }) => isCritical);
    await this.listeners.onRepaced(
      sql,
      userId,
      critical.map(({ name }) => name),
    );
  }

  /** What belongs to preferences and is kept elsewhere is changed by this too: in their order, told to devices and hosts. */
  async change(userId: string, work: (sql: Transaction) => Promise<unknown>): Promise<void> {
    await this.database.transaction(async (sql) => {
      await lockPreferences(sql, userId);
      await work(sql);
      await tellPreferencesChanged(sql, userId);
      sql.afterCommit(() => this.listeners.announce(userId));
    });
  }
}

function keyOf(userId: string, subject: SubjectRef) {
  checkSubjectRef(subject);
  const { type: subjectType, id: subjectId } = canonical(subject);
  return { userId, subjectType, subjectId };
}

async function lastTold(
  sql: Sql,
  userId: string,
  subject: SubjectRef,
): Promise<Pick<Subject, 'label' | 'url'>> {
  const parameters = new Parameters([userId]);
  const [told] = await sql.query<Pick<Subject, 'label' | 'url'>>(
    `select n.subject_label as label, n.subject_url as url from notifications n
     where n.user_id = $1 and ${subjectCondition(subject, parameters)} order by n.seq desc limit 1`,
    parameters.values,
  );
  return told ?? { label: null, url: null };
}
