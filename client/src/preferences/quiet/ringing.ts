import type { NotificationRowFragment, PreferencesFieldsFragment } from '../../generated/graphql.ts';
import { clockWords } from '../../ui/words/moment.ts';

/** What of the preferences decides whether it is quiet. */
export type Wishes = Pick<PreferencesFieldsFragment, 'quietHours' | 'timeZone' | 'doNotDisturbUntil'>;
type Arrival = Pick<NotificationRowFragment, 'category' | 'ring'>;

/** `LATER`: together with others, once the reader may be disturbed again. */
export type WhenToRing = 'NOW' | 'LATER' | 'NEVER';
export type QuietReason = 'DO_NOT_DISTURB' | 'QUIET_HOURS';

const MINUTE = 60_000;

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
  const { quietHours, timeZone } = wishes;
  if (isUndisturbed(wishes, now)) return 'DO_NOT_DISTURB';
  if (!quietHours) return null;
  // By the clock on the reader's wall and never by hours elapsed, so that a change of the clocks shifts nothing.
  const [from, until] = [minutesOf(quietHours.from), minutesOf(quietHours.until)];
  const minute = minutesOf(clockWords(now, timeZone));
  const isQuiet = from < until ? from <= minute && minute < until : minute >= from || minute < until;
  return isQuiet ? 'QUIET_HOURS' : null;
}

/** How long until `quietAt` may answer something else: it turns on whole minutes, or when do not disturb ends. */
export function untilQuietMayTurn({ doNotDisturbUntil }: Wishes, now: number): number {
  const minuteEnds = MINUTE - (now % MINUTE);
  const end = doNotDisturbUntil ? Date.parse(doNotDisturbUntil) - now : 0;
  return end > 0 ? Math.min(end, minuteEnds) : minuteEnds;
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
