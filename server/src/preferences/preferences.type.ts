import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LanguageEnum } from '../catalogue/catalogue.type.ts';
import { Channel } from '../catalogue/category.ts';
import type { Language } from '../catalogue/language.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import { AtMost } from '../platform/graphql/admission/field-cost.ts';
import { NodeType } from '../platform/graphql/node.type.ts';
import { Weekday, WEEKDAYS } from './clock/weekday.ts';
import { Pace } from './pace.ts';

/** The 200 declared ones, 100 that came lately, and 200 that the reader has made choices for. */
const MAX_CATEGORIES = 500;

registerEnumType(Weekday, {
  name: 'Weekday',
  description: 'A day of the week, in the reader’s time zone.',
  valuesConfig: {
    MONDAY: { description: 'Monday.' },
    TUESDAY: { description: 'Tuesday.' },
    WEDNESDAY: { description: 'Wednesday.' },
    THURSDAY: { description: 'Thursday.' },
    FRIDAY: { description: 'Friday.' },
    SATURDAY: { description: 'Saturday.' },
    SUNDAY: { description: 'Sunday.' },
  },
});

@ObjectType('QuietHours', {
  simpleResolvers: true,
  description:
    'When nothing rings or is e-mailed, by the clock on the reader’s wall. May reach over midnight. What comes meanwhile is held, and told as one summary afterwards.',
})
export class QuietHoursType {
  @Field(() => String, { description: 'The first quiet minute, as `22:00`.' })
  from!: string;

  @Field(() => String, {
    description:
      'The first minute that is not quiet any more, as `07:00`; before `from`: on the next day. `24:00` ends a whole day.',
  })
  until!: string;

  @AtMost(WEEKDAYS.length)
  @Field(() => [Weekday], { description: 'On which they begin, from Monday on: 1 to 7.' })
  weekdays!: Weekday[];
}

registerEnumType(Pace, {
  name: 'Pace',
  description: 'How soon what is still unread is sent.',
  valuesConfig: {
    NOW: { description: 'As soon as its category says.' },
    DAILY: { description: 'In a digest, once a day.' },
    WEEKLY: { description: 'In a digest, once a week.' },
  },
});

@ObjectType('ChannelPreference', {
  simpleResolvers: true,
  description: 'Whether a category comes by a channel.',
})
export class ChannelPreferenceType {
  @Field(() => Channel, { description: 'The channel.' })
  channel!: Channel;

  @Field(() => Boolean, { description: 'Whether it comes this way.' })
  isOn!: boolean;

  @Field(() => Boolean, {
    description: 'Whether that is how the category is declared, at once: the reader chose nothing else.',
  })
  isDefault!: boolean;

  @Field(() => Pace, { description: 'How soon it comes, if it does; `NOW` for all but e-mail.' })
  pace!: Pace;
}

@ObjectType('CategoryPreference', {
  simpleResolvers: true,
  description: 'What a reader decides about as one: every notification is of one category.',
})
export class CategoryPreferenceType {
  @Field(() => String, { description: 'Its name, as in `Notification.category`.' })
  category!: string;

  @Field(() => String, {
    description: 'How it is called in the reader’s language; its name, made readable, if nobody declared it.',
  })
  title!: string;

  @Field(() => Boolean, {
    description: 'Cannot be switched off or muted, and does not wait for quiet hours.',
  })
  isCritical!: boolean;

  @Field(() => Int, { description: 'How long a notification may stay unread before it is e-mailed.' })
  emailAfterMinutes!: number;

  @AtMost(Object.keys(Channel).length)
  @Field(() => [ChannelPreferenceType], {
    description: 'Each channel that there is here once; `EMAIL` always.',
  })
  channels!: ChannelPreferenceType[];
}

@ObjectType('Preferences', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'What a user wants to hear of, and how: one each.',
})
export class PreferencesType extends NodeType {
  @Field(() => LanguageEnum, {
    description: 'In which they are written to; English as long as they chose none.',
  })
  language!: Language;

  @Field(() => Boolean, {
    description:
      'Whether they chose the language; a client may choose the one that its pages are in for them if not.',
  })
  isLanguageChosen!: boolean;

  @Field(() => String, {
    description: 'An IANA name such as `Europe/Berlin`; `UTC` as long as they chose none.',
  })
  timeZone!: string;

  @Field(() => Boolean, {
    description:
      'Whether they chose the time zone; a client may choose the one that it is in for them if not.',
  })
  isTimeZoneChosen!: boolean;

  @Field(() => QuietHoursType, {
    nullable: true,
    description: 'Those of every day. Null: none, or not the same on each day (see `quietWeek`).',
  })
  quietHours!: QuietHoursType | null;

  @AtMost(WEEKDAYS.length)
  @Field(() => [QuietHoursType], {
    description: 'All of them, days with the same hours together; each day once at most. Empty: none.',
  })
  quietWeek!: QuietHoursType[];

  @Field(() => Int, {
    description: 'When digests come, by the clock in `timeZone`: 0 to 23; 8 if not chosen.',
  })
  digestHour!: number;

  @Field(() => Weekday, { description: 'On which day weekly ones come; Monday if not chosen.' })
  digestWeekday!: Weekday;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Until when nothing rings or is e-mailed; null: it may. No event comes when that moment has passed.',
  })
  doNotDisturbUntil!: string | null;

  @Field(() => Boolean, {
    description: 'Whether an e-mail could be sent at all: an address is known, and a server is set up.',
  })
  hasEmailAddress!: boolean;

  @AtMost(MAX_CATEGORIES)
  @Field(() => [CategoryPreferenceType], {
    description: 'Those that are declared, then by name those that the user made choices for or lately got.',
  })
  categories!: CategoryPreferenceType[];
}

@ObjectType({ simpleResolvers: true, description: 'The preferences after the change.' })
export class PreferencesPayload {
  @Field(() => PreferencesType, { description: 'As they are now.' })
  preferences!: PreferencesType;
}
