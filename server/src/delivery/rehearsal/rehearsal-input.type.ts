import { Field, InputType, Int } from 'type-graphql';
import { Channel } from '../../catalogue/category.ts';
import { SubjectRef } from '../../inbox/notification.type.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { Weekday } from '../../preferences/clock/weekday.ts';
import { Pace } from '../../preferences/pace.ts';

@InputType({ description: 'As for `setChannelPreference`.' })
export class ChannelChangeInput {
  @Field(() => String, { description: 'The name of a category: 1 to 100 characters.' })
  category!: string;

  @Field(() => Channel, { description: 'The channel.' })
  channel!: Channel;

  @Field(() => Boolean, { nullable: true, description: 'Null: as the category is declared.' })
  isOn?: boolean | null;
}

@InputType({ description: 'As for `setPace`.' })
export class PaceChangeInput {
  @Field(() => String, { description: 'The name of a category: 1 to 100 characters.' })
  category!: string;

  @Field(() => Channel, { description: '`EMAIL`: others have no digests.' })
  channel!: Channel;

  @Field(() => Pace, { nullable: true, description: 'Null: at once.' })
  pace?: Pace | null;
}

@InputType({ description: 'As for `setQuietHours`.' })
export class QuietHoursChangeInput {
  @Field(() => String, { nullable: true, description: 'The first quiet minute; null like `until`: never.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'The first minute that is not quiet any more.' })
  until?: string | null;

  @Field(() => [Weekday], { nullable: true, description: '1 to 7 days; null: every day.' })
  weekdays?: Weekday[] | null;
}

@InputType({
  description:
    'As for `setDoNotDisturb`. It is rehearsed as if it had been on in the same hours of the last four weeks.',
})
export class DoNotDisturbChangeInput {
  @Field(() => DateTime, { nullable: true, description: 'Null: it had never been on.' })
  until?: string | null;
}

@InputType({ description: 'As for `setDigestTime`.' })
export class DigestTimeChangeInput {
  @Field(() => Int, { nullable: true, description: '0 to 23; null: as it was.' })
  hour?: number | null;

  @Field(() => Weekday, { nullable: true, description: 'Of weekly ones; null: as it was.' })
  weekday?: Weekday | null;
}

@InputType({ description: 'What would be changed: exactly one of these.' })
export class PreferenceChangeInput {
  @Field(() => ChannelChangeInput, { nullable: true, description: 'Whether a category comes by a channel.' })
  channel?: ChannelChangeInput | null;

  @Field(() => PaceChangeInput, { nullable: true, description: 'How soon a category is sent.' })
  pace?: PaceChangeInput | null;

  @Field(() => Boolean, { nullable: true, description: 'True: as `resetPreferences`.' })
  reset?: boolean | null;

  @Field(() => SubjectRef, { nullable: true, description: 'Nothing about it rings or is sent.' })
  mute?: SubjectRef | null;

  @Field(() => SubjectRef, { nullable: true, description: 'It rings and is sent.' })
  unmute?: SubjectRef | null;

  @Field(() => QuietHoursChangeInput, { nullable: true, description: 'When it is quiet.' })
  quietHours?: QuietHoursChangeInput | null;

  @Field(() => DoNotDisturbChangeInput, { nullable: true, description: 'Until when nothing disturbs.' })
  doNotDisturb?: DoNotDisturbChangeInput | null;

  @Field(() => DigestTimeChangeInput, { nullable: true, description: 'When digests come.' })
  digestTime?: DigestTimeChangeInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'As for `setTimeZone`: an IANA name, by whose clock digests come and it is quiet.',
  })
  timeZone?: string | null;
}
