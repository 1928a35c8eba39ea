import type { NotificationRowFragment, PreferencesFieldsFragment } from '../generated/graphql.ts';
import { clockWords } from '../ui/moment.ts';

/** What of the preferences decides whether something rings. */
export type Wishes = Pick<
  PreferencesFieldsFragment,
  'categories' | 'mutedApplications' | 'quietHours' | 'timeZone' | 'doNotDisturbUntil'
>;
type Arrival = Pick<NotificationRowFragment, 'category'> & { application: { id: string } | null };

/** `LATER`: together with others, once the reader may be disturbed again. */
export type Ring = 'NOW' | 'LATER' | 'NEVER';
export type QuietReason = 'DO_NOT_DISTURB' | 'QUIET_HOURS';

const MINUTE = 60_000;

export function ringOf({ category, application }: Arrival, wishes: Wishes, now: number): Ring {
  const known = wishes.categories.find((wish) => wish.category === category);
  if (known?.isCritical) return 'NOW';
  // A category that is not known yet is as by default: on.
  if (known?.channels.some(({ channel, isOn }) => channel === 'IN_APP' && !isOn)) return 'NEVER';
  if (wishes.mutedApplications.some(({ id }) => id === application?.id)) return 'NEVER';
  return quietAt(wishes, now) ? 'LATER' : 'NOW';
}

/** Why the reader does not want to be disturbed at this moment; null when they do not mind. */
export function quietAt(wishes: Wishes, now: number): QuietReason | null {
  const { doNotDisturbUntil, quietHours, timeZone } = wishes;
  if (doNotDisturbUntil && now < Date.parse(doNotDisturbUntil)) return 'DO_NOT_DISTURB';
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
