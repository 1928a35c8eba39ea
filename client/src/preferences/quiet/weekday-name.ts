import type { Weekday } from '../../generated/graphql.ts';
import { formatIn } from '../../ui/words/zone.ts';
import { WEEKDAYS } from './quiet-week.ts';

/** Some week that began on a Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 24 * 60 * 60_000;

/** How a day of the week is called: `Friday`. */
export const weekdayName = (weekday: Weekday): string =>
  formatIn({ weekday: 'long' }, 'UTC').format(MONDAY + WEEKDAYS.indexOf(weekday) * DAY);
