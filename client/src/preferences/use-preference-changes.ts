import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import {
  MuteSubjectDocument,
  ResetPreferencesDocument,
  SetDigestTimeDocument,
  SetChannelPreferenceDocument,
  SetDoNotDisturbDocument,
  SetLanguageDocument,
  SetPaceDocument,
  SetPushContentDocument,
  SetQuietHoursDocument,
  SetTimeZoneDocument,
  UnmuteSubjectDocument,
  type Channel,
  type Language,
  type Pace,
  type Weekday,
} from '../generated/graphql.ts';
import { rereadLists } from '../inbox/lists/pages.ts';
import { isSame, nameOf, refOf, type Subject } from '../inbox/subjects/subject.ts';
import { momentWords } from '../ui/words/moment.ts';
import { changePreferences } from './change-preferences.ts';
import { withChannel, withDefaults, withPace } from './channels/channel-choices.ts';
import { isAllDay, WEEKDAYS, withHours, type Hours } from './quiet/quiet-week.ts';

/** What a reader can wish for. Each shows at once; the promises never reject, they tell whether it was saved. */
export function usePreferenceChanges() {
  const client = useApolloClient();
  return useMemo(
    () => ({ ...channelChanges(client), ...quietChanges(client), ...mutingChanges(client) }),
    [client],
  );
}

/** What comes on which way, and in which language. */
const channelChanges = (client: ApolloClient) => ({
  setChannel: (category: string, channel: Channel, isOn: boolean) =>
    changePreferences(client, {
      mutation: SetChannelPreferenceDocument,
      variables: { category, channel, isOn },
      rehearsal: { channel: { category, channel, isOn } },
      guess: (known) => ({ ...known, categories: withChannel(known.categories, category, channel, isOn) }),
      failure: 'Could not change this',
    }),

  setPushContent: (isShown: boolean) =>
    changePreferences(client, {
      mutation: SetPushContentDocument,
      variables: { isShown },
      guess: (known) => ({ ...known, isPushContentShown: isShown }),
      failure: 'Could not change what pushes say',
    }),

  setPace: (category: string, channel: Channel, pace: Pace) =>
    changePreferences(client, {
      mutation: SetPaceDocument,
      variables: { category, channel, pace },
      rehearsal: { pace: { category, channel, pace } },
      guess: (known) => ({ ...known, categories: withPace(known.categories, category, channel, pace) }),
      failure: 'Could not change this',
    }),

  setDigestTime: (digestHour: number, digestWeekday: Weekday) =>
    changePreferences(client, {
      mutation: SetDigestTimeDocument,
      variables: { hour: digestHour, weekday: digestWeekday },
      guess: (known) => ({ ...known, digestHour, digestWeekday }),
      failure: 'Could not change when digests come',
    }),

  backToDefaults: (said: string) =>
    changePreferences(client, {
      mutation: ResetPreferencesDocument,
      rehearsal: { reset: true },
      guess: (known) => ({ ...known, categories: withDefaults(known.categories) }),
      said,
      failure: 'Could not go back to the defaults',
    }),

  setLanguage: async (language: Language) => {
    const isSaved = await changePreferences(client, {
      mutation: SetLanguageDocument,
      variables: { language },
      guess: (known) => ({ ...known, language }),
      failure: 'Could not change the language',
    });
    // What declared types say is worded where it is read.
    if (isSaved) void rereadLists(client).catch(() => undefined);
    return isSaved;
  },
});

const EVERY_DAY = WEEKDAYS.map(({ weekday }) => weekday);

function saidOf(hours: Hours | null): string {
  if (!hours) return 'Quiet hours are off';
  return isAllDay(hours) ? 'It is always quiet' : `Quiet hours from ${hours.from} until ${hours.until}`;
}

const hoursOf = (hours: Hours | null, days?: Weekday[]) => ({
  from: hours?.from ?? null,
  until: hours?.until ?? null,
  ...(days && { weekdays: days }),
});

/** When nothing shall disturb, and by which clock. */
const quietChanges = (client: ApolloClient) => ({
  /** @param days on which they begin; left out: every day */
  setQuietHours: (hours: Hours | null, days?: Weekday[]) =>
    changePreferences(client, {
      mutation: SetQuietHoursDocument,
      variables: hoursOf(hours, days),
      rehearsal: { quietHours: hoursOf(hours, days) },
      guess: (known) => ({
        ...known,
        quietWeek: withHours(known.quietWeek, hours, days ?? EVERY_DAY).map((same) =>
          named('QuietHours', same),
        ),
      }),
      said: days ? 'Quiet hours are changed' : saidOf(hours),
      failure: 'Could not change your quiet hours',
    }),

  setTimeZone: (timeZone: string) =>
    changePreferences(client, {
      mutation: SetTimeZoneDocument,
      variables: { timeZone },
      guess: (known) => ({ ...known, timeZone, isTimeZoneChosen: true }),
      failure: 'Could not change your time zone',
    }),

  setDoNotDisturb: (until: Date | null) =>
    changePreferences(client, {
      mutation: SetDoNotDisturbDocument,
      variables: { until: until?.toISOString() ?? null },
      rehearsal: { doNotDisturb: { until: until?.toISOString() ?? null } },
      guess: (known) => ({ ...known, doNotDisturbUntil: until?.toISOString() ?? null }),
      said: until ? `Do not disturb until ${momentWords(until.getTime())}` : 'Do not disturb has ended',
      failure: until ? 'Could not turn on do not disturb' : 'Could not end do not disturb',
    }),
});

/** What shall be heard of only in the inbox. */
const mutingChanges = (client: ApolloClient) => ({
  mute: (subject: Subject) =>
    changePreferences(client, {
      mutation: MuteSubjectDocument,
      variables: { subject: refOf(subject) },
      rehearsal: { mute: refOf(subject) },
      guess: (known) => ({
        ...known,
        mutedSubjects: [named('Subject', { ...subject }), ...without(known.mutedSubjects, subject)],
      }),
      said: `“${nameOf(subject)}” is muted`,
      failure: 'Could not mute',
    }),

  unmute: (subject: Subject) =>
    changePreferences(client, {
      mutation: UnmuteSubjectDocument,
      variables: { subject: refOf(subject) },
      rehearsal: { unmute: refOf(subject) },
      guess: (known) => ({ ...known, mutedSubjects: without(known.mutedSubjects, subject) }),
      said: `“${nameOf(subject)}” is no longer muted`,
      failure: 'Could not unmute',
    }),
});

const without = (subjects: Subject[], gone: Subject) => subjects.filter((subject) => !isSame(subject, gone));

/** What is new in a guess needs the name of its type, by which the cache knows it. */
const named = <Fields>(__typename: string, fields: Fields): Fields => ({ __typename, ...fields });
