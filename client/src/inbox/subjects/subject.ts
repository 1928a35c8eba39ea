import type { NotificationRowFragment, SubjectRef } from '../../generated/graphql.ts';

/** What a notification is about. */
export type Subject = NonNullable<NotificationRowFragment['subject']>;

export function refOf({ type, subjectId }: Subject): SubjectRef {
  return { type, id: subjectId };
}

export function isSame(one: Subject, other: Subject): boolean {
  return one.type === other.type && one.subjectId === other.subjectId;
}

/** How it is called; by what it is, as far as that can be read, where nobody has said it: `build job 42`. */
export function nameOf({ label, type, subjectId }: Subject): string {
  return label ?? `${kindOf({ type })} ${subjectId}`;
}

/** What kind of thing it is, in words: `build job` for `build_job`. */
export function kindOf({ type }: Pick<Subject, 'type'>): string {
  return type.replace(/[_-]+/g, ' ').trim() || type;
}
