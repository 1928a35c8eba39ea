import type { SubjectRef } from '../../generated/graphql.ts';
import type { Narrowing } from '../../inbox/lists/filter.ts';
import { refOf, type Subject } from '../../inbox/subjects/subject.ts';

// A list can be found again by its address: `/notifications?show=unread&category=grades&subject=course:42`.

export function narrowingOf(params: URLSearchParams): Narrowing {
  const category = params.get('category');
  const subject = subjectOf(params.get('subject') ?? '');
  return { ...(category && { category }), ...(subject && { subject }) };
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
