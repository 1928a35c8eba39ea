import type { NotificationRowFragment, PreferencesFieldsFragment } from '../../generated/graphql.ts';
import { wallOf, weekdayOf } from '../../ui/words/zone.ts';
import { quietMinutesLeft, WEEKDAYS } from './quiet-week.ts';
import { weekdayName } from './weekday-name.ts';
import { say } from '../../words/words.ts';

/** What of the preferences decides whether it is quiet. */
export type Wishes = Pick<PreferencesFieldsFragment, 'quietWeek' | 'timeZone' | 'doNotDisturbUntil'>;
type Arrival = Pick<NotificationRowFragment, 'category' | 'ring'>;

/** `LATER`: together with others, once the reader may be disturbed again. */
export type WhenToRing = 'NOW' | 'LATER' | 'NEVER';
export type QuietReason = 'DO_NOT_DISTURB' | 'QUIET_HOURS';

const MINUTE = 60_000;
const DAY = 24 * 60;

/**
 * As the server decided when it came, by everything that the reader had chosen. It may not have known of the
 * do-not-disturb that was turned on here a moment ago, which nothing but what is critical passes.
 */
export function whenToRing(
  { category, ring }: Arrival,
  wishes: (Wishes & Pick<PreferencesFieldsFragment, 'categories'>) | undefined,
  now: number,
): WhenToRing {
  if (ring === 'PREFERENCE_OFF' || ring === 'MUTED') return 'NEVER';
  if (ring === 'QUIET_HOURS' || ring === 'DO_NOT_DISTURB') return 'LATER';
  if (!wishes || !isUndisturbed(wishes, now)) return 'NOW';
  return wishes.categories.find((known) => known.category === category)?.isCritical ? 'NOW' : 'LATER';
}

function isUndisturbed({ doNotDisturbUntil }: Wishes, now: number): boolean {
  return doNotDisturbUntil !== null && now < Date.parse(doNotDisturbUntil);
}

/** Why the reader does not want to be disturbed at this moment; null when they do not mind. */
export function quietAt(wishes: Wishes, now: number): QuietReason | null {
  if (isUndisturbed(wishes, now)) return 'DO_NOT_DISTURB';
  return quietLeft(wishes, now) > 0 ? 'QUIET_HOURS' : null;
}

/** For how many minutes the clock on the reader's wall goes on before quiet hours end; 0: there are none now. */
function quietLeft({ quietWeek, timeZone }: Wishes, now: number): number {
  if (quietWeek.length === 0) return 0;
  // By that clock and never by hours elapsed, so that a change of the clocks shifts nothing.
  const { hour, minute } = wallOf(now, timeZone);
  return quietMinutesLeft(quietWeek, weekdayOf(now, timeZone) * DAY + hour * 60 + minute);
}

/** When quiet hours that are on end, by that clock: `07:00`, with its day where that is later than tomorrow. */
export function quietUntilWords(wishes: Wishes, now: number): string {
  const left = quietLeft(wishes, now);
  if (left === Infinity) return say('quiet.youChangeThem');
  const { timeZone } = wishes;
  const wall = wallOf(now, timeZone);
  const begun = wall.hour * 60 + wall.minute;
  const minute = (begun + left) % DAY;
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  if (left < DAY) return clock;
  const day = weekdayOf(now, timeZone) + Math.floor((begun + left) / DAY);
  return say('time.onDay', { clock, day: weekdayName(WEEKDAYS[day % WEEKDAYS.length]!) });
}

/** How long until `quietAt` may answer something else: it turns on whole minutes, or when do not disturb ends. */
export function untilQuietMayTurn({ doNotDisturbUntil }: Wishes, now: number): number {
  const minuteEnds = MINUTE - (now % MINUTE);
  const end = doNotDisturbUntil ? Date.parse(doNotDisturbUntil) - now : 0;
  return end > 0 ? Math.min(end, minuteEnds) : minuteEnds;
}
