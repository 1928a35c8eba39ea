import { defineEntity, p } from '@mikro-orm/postgresql';
import { Channel } from '../catalogue/category.ts';
import type { QuietWeek } from './clock/quiet-week.ts';
import { Pace } from './pace.ts';

/** The row of `preferences`, which a user has once they have changed something. */
export const PreferencesEntity = defineEntity({
  name: 'Preferences',
  tableName: 'preferences',
  properties: {
    userId: p.text().primary(),
    language: p.text(),
    isLanguageChosen: p.boolean(),
    timeZone: p.text(),
    isTimeZoneChosen: p.boolean(),
    /** By the clocks there; null: never. */
    quietHours: p.json<QuietWeek>().nullable(),
    dndUntil: p.datetime(3).nullable(),
    /** By the clocks there, and from Monday (1) on. */
    digestHour: p.integer(),
    digestDay: p.integer(),
  },
});

/** Whether a category comes to a user by a channel, where that departs from what is declared. */
export const ChannelChoiceEntity = defineEntity({
  name: 'ChannelChoice',
  tableName: 'channel_choices',
  properties: {
    userId: p.text().primary(),
    category: p.text().primary(),
    channel: p.enum(() => Channel).primary(),
    isOn: p.boolean(),
  },
});

/** How soon a category comes, where that is not at once. */
export const PaceChoiceEntity = defineEntity({
  name: 'PaceChoice',
  tableName: 'pace_choices',
  properties: {
    userId: p.text().primary(),
    category: p.text().primary(),
    channel: p.enum(() => Channel).primary(),
    pace: p.enum(() => Pace),
  },
});

/** What nothing rings or is sent about, with how it was called then. */
export const MutedSubjectEntity = defineEntity({
  name: 'MutedSubject',
  tableName: 'muted_subjects',
  properties: {
    userId: p.text().primary(),
    subjectType: p.text().primary(),
    subjectId: p.text().primary(),
    label: p.text().nullable(),
    url: p.text().nullable(),
    mutedAt: p.datetime(3),
  },
});
