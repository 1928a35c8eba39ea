import { Channel } from '../../catalogue/category.ts';
import { Pace } from '../../preferences/pace.ts';
import type { Preferences } from '../../preferences/preferences.reader.ts';
import type { PreferencesService } from '../../preferences/preferences.service.ts';
import { checkQuietHours, type QuietHoursInput } from '../../preferences/quiet-hours-input.ts';
import { WEEKDAYS, type Weekday } from '../../preferences/clock/weekday.ts';

/** The names of the form's fields; what a form does not have stays as it is. */
export const fields = {
  email: (category: string) => `email ${category}`,
  on: (channel: Channel, category: string) => `on ${channel} ${category}`,
  quiet: (day: Weekday) => `quiet ${day}`,
  from: (day: Weekday) => `from ${day}`,
  until: (day: Weekday) => `until ${day}`,
};

/** In place of a pace: no e-mails. */
export const OFF = 'OFF';
export const QUIET = { NONE: 'NONE', HOURS: 'HOURS', ALL_DAY: 'ALL_DAY' } as const;

export const ALL_DAY = { from: '00:00', until: '24:00' };

/** The hours that begin on a day; undefined: none. */
export const hoursOn = (
  { quietWeek }: Preferences,
  day: Weekday,
): { from: string; until: string } | undefined => quietWeek.find(({ weekdays }) => weekdays.includes(day));

type Change = (service: PreferencesService) => Promise<void>;

/**
 * What has to be done to make preferences what a form says. Pure.
 * @throws BAD_USER_INPUT for quiet hours that cannot be
 */
export const changesOf = (known: Preferences, form: URLSearchParams): Change[] => [
  ...known.categories
    .filter(({ isCritical }) => !isCritical)
    .flatMap((one) => categoryChanges(known, one, form)),
  ...WEEKDAYS.flatMap((day) => quietChanges(known, day, form)),
];

function categoryChanges(
  { userId }: Preferences,
  { category, channels }: Preferences['categories'][number],
  form: URLSearchParams,
): Change[] {
  const said = form.get(fields.email(category));
  const pace = Object.values(Pace).find((value) => value === said);
  if (!pace && said !== OFF) return [];
  return channels.flatMap(({ channel, isOn, pace: before }): Change[] => {
    // Boxes that are not ticked are not sent.
    const isWanted = channel === Channel.EMAIL ? said !== OFF : form.has(fields.on(channel, category));
    const turns = isWanted !== isOn;
    const moves = channel === Channel.EMAIL && pace !== undefined && pace !== before;
    return [
      ...(turns
        ? [(service: PreferencesService) => service.setChannel(userId, category, channel, isWanted)]
        : []),
      ...(moves ? [(service: PreferencesService) => service.setPace(userId, category, channel, pace)] : []),
    ];
  });
}

function quietChanges(known: Preferences, day: Weekday, form: URLSearchParams): Change[] {
  const wanted = wantedHours(day, form);
  if (!wanted) return [];
  const before = hoursOn(known, day);
  if (wanted.from === (before?.from ?? null) && wanted.until === (before?.until ?? null)) return [];
  checkQuietHours(wanted);
  return [(service) => service.setQuietHours(known.userId, wanted, null)];
}

function wantedHours(day: Weekday, form: URLSearchParams): QuietHoursInput | undefined {
  const weekdays = [day];
  const said = form.get(fields.quiet(day));
  if (said === QUIET.NONE) return { from: null, until: null, weekdays };
  if (said === QUIET.ALL_DAY) return { ...ALL_DAY, weekdays };
  if (said !== QUIET.HOURS) return undefined;
  return { from: form.get(fields.from(day)) ?? '', until: form.get(fields.until(day)) ?? '', weekdays };
}
