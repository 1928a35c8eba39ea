import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/** PostgreSQL knows no year 0; a year with five digits could not be told in this form. */
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * A moment as RFC 3339 (5.6) writes it, with its offset: what has none would mean another moment on each machine. More
 * digits than milliseconds are cut; a leap second is the first moment after it, as PostgreSQL and JavaScript count.
 * @returns the same in UTC with milliseconds; undefined for anything else, such as 31 November
 */
export function momentOf(text: string): string | undefined {
  const [year, month, day, hour, minute, second] = (RFC_3339.exec(text) ?? []).slice(1, 7).map(Number);
  if (year === undefined) return undefined;
  const [, , , , , , , fraction = '', sign, offsetHour = 0, offsetMinute = 0] = RFC_3339.exec(text)!;
  const date = new Date(0);
  date.setUTCFullYear(year, month! - 1, day);
  const isDay = date.getUTCMonth() === month! - 1 && date.getUTCDate() === day;
  const isTime = hour! <= 23 && minute! <= 59 && second! <= 60;
  if (!isDay || !isTime || Number(offsetHour) > 23 || Number(offsetMinute) > 59) return undefined;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1);
  date.setUTCHours(hour!, minute! - offset, second, Number(fraction.slice(0, 3).padEnd(3, '0')));
  const time = date.getTime();
  return time < FIRST || time > LAST ? undefined : date.toISOString();
}

function fromClient(value: unknown): string {
  const moment = typeof value === 'string' ? momentOf(value) : undefined;
  if (moment === undefined)
    throw new GraphQLError(
      'DateTime must be a moment with its offset, such as 2026-11-22T09:30:00Z (RFC 3339)',
    );
  return moment;
}

/** Travels through the server as the string it is shown as, so that rows and live messages need no conversion. */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description:
    'A moment in UTC with milliseconds: `2026-11-22T09:30:00.000Z`. As an input any moment of RFC 3339, with its offset: `2026-11-22T10:30:00+01:00`; years 1 to 9999.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: fromClient,
  parseLiteral: (node) => fromClient(node.kind === Kind.STRING ? node.value : undefined),
});
