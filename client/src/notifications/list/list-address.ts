import type { Severity, SubjectRef } from '../../generated/graphql.ts';
import type { Narrowing } from '../../inbox/lists/filter.ts';
import { refOf, type Subject } from '../../inbox/subjects/subject.ts';
import { timeOf, wallOf } from '../../ui/words/zone.ts';

// A list can be found again by its address: `/notifications?show=unread&category=grades&subject=course:42&search=essay`.

export const MAX_SEARCH = 200;

const SEVERITIES: Severity[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];

export function narrowingOf(params: URLSearchParams): Narrowing {
  const category = params.get('category');
  const subject = subjectOf(params.get('subject') ?? '');
  const severity = SEVERITIES.find((known) => known === params.get('severity'));
  const since = momentOf(params.get('since'));
  const until = momentOf(params.get('until'));
  const search = [...(params.get('search') ?? '').trim()].slice(0, MAX_SEARCH).join('');
  return {
    ...(category && { category }),
    ...(subject && { subject }),
    ...(severity && { severity }),
    ...(since && { since }),
    ...(until && { until }),
    ...(search && { search }),
  };
}

const MOMENT = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/i;

/** A day begins by the reader's clock, a moment has an offset and is one everywhere. Undefined for what is neither. */
function momentOf(text: string | null): string | undefined {
  const [, date, time] = MOMENT.exec(text ?? '') ?? [];
  if (!date) return undefined;
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  // Browsers take 31 June for 1 July.
  if (!new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(date)) return undefined;
  const at = time ? Date.parse(date + time) : timeOf({ year, month, day, hour: 0, minute: 0 });
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** The day so many days before a moment, by the reader's clock, as an address has it. */
export function dayBefore(moment: Date, days: number): string {
  const { year, month, day } = wallOf(moment.getTime());
  return new Date(Date.UTC(year, month - 1, day - days)).toISOString().slice(0, 10);
}

/** The list of what is about one thing. */
export function pathAbout(subject: Subject): string {
  return `/notifications${searchOf(new URLSearchParams({ subject: textOf(refOf(subject)) }))}`;
}

/** The address with one word of it changed, or left out. */
export function searchWith(params: URLSearchParams, name: string, value: string | null): string {
  const changed = new URLSearchParams(params);
  if (value === null) changed.delete(name);
  else changed.set(name, value);
  return searchOf(changed);
}

function searchOf(params: URLSearchParams): string {
  // A colon is at home there, and easier to read.
  return `?${params.toString().replaceAll('%3A', ':')}`;
}

/** A type may have a colon of its own. */
function textOf({ type, id }: SubjectRef): string {
  return `${encodeURIComponent(type)}:${id}`;
}

function subjectOf(text: string): SubjectRef | undefined {
  const colon = text.indexOf(':');
  const id = text.slice(colon + 1);
  if (colon < 1 || id === '') return undefined;
  try {
    return { type: decodeURIComponent(text.slice(0, colon)), id };
  } catch {
    return undefined;
  }
}
