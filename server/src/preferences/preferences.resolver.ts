import { Arg, Authorized, Ctx, Int, Mutation, Query, Resolver, Subscription } from 'type-graphql';
import { LanguageEnum } from '../catalogue/catalogue.type.ts';
import { Channel } from '../catalogue/category.ts';
import type { Language } from '../catalogue/language.ts';
import { STREAM } from '../platform/graphql/stream.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import type { Context } from '../users/context.ts';
import type { Viewer } from '../users/viewer.ts';
import { Weekday } from './clock/weekday.ts';
import { Pace } from './pace.ts';
import type { PreferencesFeeds } from './preferences-feeds.ts';
import type { Preferences, PreferencesReader } from './preferences.reader.ts';
import type { PreferencesService } from './preferences.service.ts';
import { PreferencesPayload, PreferencesType } from './preferences.type.ts';

/** What the caller wants to hear of. Nobody meets anybody else's: no argument names a user. */
@Resolver()
export class PreferencesResolver {
  constructor(
    private readonly reader: PreferencesReader,
    private readonly service: PreferencesService,
    private readonly feeds: PreferencesFeeds,
  ) {}

  @Authorized()
  @Query(() => PreferencesType, { description: "The caller's." })
  preferences(@Ctx() { viewer }: Context): Promise<Preferences> {
    return this.reader.read(viewer!.id);
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description:
      'Whether a category comes by a channel. Critical ones always do. Choices about 200 categories at most. Errors: BAD_USER_INPUT.',
  })
  async setChannelPreference(
    @Ctx() { viewer }: Context,
    @Arg('category', () => String, { description: 'Its name: 1 to 100 characters.' }) category: string,
    @Arg('channel', () => Channel, { description: 'The channel.' }) channel: Channel,
    @Arg('isOn', () => Boolean, { nullable: true, description: 'Null: back to the default.' })
    isOn?: boolean | null,
  ): Promise<PreferencesPayload> {
    await this.service.setChannel(viewer!.id, category, channel, isOn ?? null);
    return this.payload(viewer!);
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description:
      'How soon what is unread of a category is sent: at once, or in a digest with all else that waits for it. What waits now moves with it. It does not switch the channel on. 200 categories at most; critical ones are always sent at once. Errors: BAD_USER_INPUT.',
  })
  async setPace(
    @Ctx() { viewer }: Context,
    @Arg('category', () => String, { description: 'Its name: 1 to 100 characters.' }) category: string,
    @Arg('channel', () => Channel, { description: '`EMAIL`: others have no digests.' }) channel: Channel,
    @Arg('pace', () => Pace, { nullable: true, description: 'Null: at once.' }) pace?: Pace | null,
  ): Promise<PreferencesPayload> {
    await this.service.setPace(viewer!.id, category, channel, pace ?? null);
    return this.payload(viewer!);
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description:
      "When digests come, by the clock in the caller's time zone. What waits for one moves with it. Errors: BAD_USER_INPUT.",
  })
  async setDigestTime(
    @Ctx() { viewer }: Context,
    @Arg('hour', () => Int, { nullable: true, description: '0 to 23; null: as it was.' })
    hour?: number | null,
    @Arg('weekday', () => Weekday, { nullable: true, description: 'Of weekly ones; null: as it was.' })
    weekday?: Weekday | null,
  ): Promise<PreferencesPayload> {
    await this.service.setDigestTime(viewer!.id, hour ?? null, weekday ?? null);
    return this.payload(viewer!);
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description: 'Every channel of every category back to the default, sent at once. All else stays.',
  })
  async resetPreferences(@Ctx() { viewer }: Context): Promise<PreferencesPayload> {
    await this.service.reset(viewer!.id);
    return this.payload(viewer!);
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description:
      'When it is quiet on these days, or every day; without `from` and `until`: never. A whole day is from 00:00 until 24:00. Errors: BAD_USER_INPUT.',
  })
  async setQuietHours(
    @Ctx() { viewer }: Context,
    @Arg('from', () => String, { nullable: true, description: 'The first quiet minute: 00:00 to 23:59.' })
    from?: string | null,
    @Arg('until', () => String, {
      nullable: true,
      description:
        'The first minute that is not quiet any more: 00:00 to 24:00, another one than `from`. Before `from`: on the next day.',
    })
    until?: string | null,
    @Arg('timeZone', () => String, {
      nullable: true,
      description: 'An IANA name such as Europe/Berlin; null: as it was.',
    })
    timeZone?: string | null,
    @Arg('weekdays', () => [Weekday], {
      nullable: true,
      description: '1 to 7 days on which they begin; others stay as they are. Null: every day.',
    })
    weekdays?: Weekday[] | null,
  ): Promise<PreferencesPayload> {
    const hours = { from: from ?? null, until: until ?? null, weekdays: weekdays ?? null };
    await this.service.setQuietHours(viewer!.id, hours, timeZone ?? null);
    return this.payload(viewer!);
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description: 'Nothing rings or is e-mailed until then, but what is critical. Errors: BAD_USER_INPUT.',
  })
  async setDoNotDisturb(
    @Ctx() { viewer }: Context,
    @Arg('until', () => DateTime, {
      nullable: true,
      description: 'In the future, 7 days ahead at most; null: it is over now.',
    })
    until?: string | null,
  ): Promise<PreferencesPayload> {
    await this.service.setDoNotDisturb(viewer!.id, until ?? null);
    return this.payload(viewer!);
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description:
      "The caller's time zone, by which their quiet hours and the times in their e-mails go. Errors: BAD_USER_INPUT.",
  })
  async setTimeZone(
    @Ctx() { viewer }: Context,
    @Arg('timeZone', () => String, { description: 'An IANA name such as Europe/Berlin.' }) timeZone: string,
  ): Promise<PreferencesPayload> {
    await this.service.setTimeZone(viewer!.id, timeZone);
    return this.payload(viewer!);
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description: 'In which language the caller is written to.',
  })
  async setLanguage(
    @Ctx() { viewer }: Context,
    @Arg('language', () => LanguageEnum, { description: 'The language.' }) language: Language,
  ): Promise<PreferencesPayload> {
    await this.service.setLanguage(viewer!.id, language);
    return this.payload(viewer!);
  }

  @Authorized()
  @Subscription(() => PreferencesType, {
    description:
      "The caller's, as they are, at once, and again after each change on any device; of changes in quick succession the last is enough.",
    ...STREAM,
  })
  preferencesChanged(@Ctx() { viewer }: Context): AsyncIterable<Preferences> {
    return this.feeds.follow(viewer!.id);
  }

  private async payload({ id }: Viewer): Promise<PreferencesPayload> {
    return { preferences: await this.reader.read(id) };
  }
}
