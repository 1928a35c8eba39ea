// What people do about their preferences in tests, as one line each.
import { dataOf } from './acts.ts';
import type { Answering } from './server.ts';
import { subscribe, type Stream } from './socket.ts';

export interface Preferences {
  id: string;
  language: string;
  isLanguageChosen: boolean;
  timeZone: string;
  isTimeZoneChosen: boolean;
  quietHours: { from: string; until: string } | null;
  quietWeek: { from: string; until: string; weekdays: string[] }[];
  digestHour: number;
  digestWeekday: string;
  doNotDisturbUntil: string | null;
  hasEmailAddress: boolean;
  categories: {
    category: string;
    title: string;
    isCritical: boolean;
    emailAfterMinutes: number;
    channels: { channel: string; isOn: boolean; isDefault: boolean; pace: string }[];
  }[];
  mutedApplications: { id: string; title: string; isMuted: boolean }[];
}

export const PREFERENCES = `id language isLanguageChosen timeZone isTimeZoneChosen quietHours { from until }
  quietWeek { from until weekdays } digestHour digestWeekday doNotDisturbUntil hasEmailAddress
  categories { category title isCritical emailAfterMinutes channels { channel isOn isDefault pace } }
  mutedApplications { id title isMuted }`;

export async function readPreferences(server: Answering, token: string): Promise<Preferences> {
  const { preferences } = await dataOf(
    server.ask<{ preferences: Preferences }>(`{ preferences { ${PREFERENCES} } }`, {}, token),
  );
  return preferences;
}

/** One of the mutations, with its arguments written out; gives the whole answer. */
export const askToChange = (server: Answering, token: string, mutation: string) =>
  server.ask<Record<string, { preferences: Preferences }>>(
    `mutation { ${mutation} { preferences { ${PREFERENCES} } } }`,
    {},
    token,
  );

/** The same where it must succeed; gives the preferences. */
export async function changePreferences(
  server: Answering,
  token: string,
  mutation: string,
): Promise<Preferences> {
  return Object.values(await dataOf(askToChange(server, token, mutation)))[0]!.preferences;
}

export const channelsOf = ({ categories }: Preferences, name: string) =>
  categories.find(({ category }) => category === name)?.channels;

const ON = { isOn: true, isDefault: true, pace: 'NOW' };

/** The channels of a category that nobody has declared or chosen anything about. */
export const EVERYWHERE = [
  { channel: 'IN_APP', ...ON },
  { channel: 'EMAIL', ...ON },
];
export const WITHOUT_EMAIL = EVERYWHERE.map((channel) =>
  channel.channel === 'EMAIL' ? { ...channel, isOn: false, isDefault: false } : channel,
);

/** Follows them; the first are there already. */
export async function followPreferences(
  server: Pick<Answering, 'url'>,
  token: string,
): Promise<Stream<{ preferencesChanged: Preferences }>> {
  const stream = await subscribe<{ preferencesChanged: Preferences }>(
    server.url,
    token,
    `subscription { preferencesChanged { ${PREFERENCES} } }`,
  );
  await stream.reaches(1);
  return stream;
}
