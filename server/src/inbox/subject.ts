import { isUuid, checkWord } from '../platform/input.ts';
import type { Parameters } from './parameters.ts';

/** What a notification is about, anything of the host's: (type, id) is its identity in the deployment. */
export interface SubjectRef {
  readonly type: string;
  readonly id: string;
}

/** With how it is called and where it is, as its sender said with the notification. */
export interface Subject extends SubjectRef {
  readonly label: string | null;
  readonly url: string | null;
}

/** Whose things stand in a table of their own: their notifications refer to it by a foreign key, and by that alone. */
const KEPT_HERE = 'application';

/** The id of one that is kept here, which `notifications.application_id` holds; undefined for all others. */
export const idKeptHere = ({ type, id }: SubjectRef): string | undefined =>
  type === KEPT_HERE ? id : undefined;

/** By one spelling of its id. */
export const canonical = <Ref extends SubjectRef>(subject: Ref): Ref =>
  idKeptHere(subject) === undefined ? subject : { ...subject, id: subject.id.toLowerCase() };

/** Select lists, from the table or CTE that goes by the name `n`. */
export const subjectTypeColumn = `case when n.application_id is null then n.subject_type else '${KEPT_HERE}' end`;
export const subjectIdColumn = 'coalesce(n.subject_id, n.application_id::text)';

/**
 * What is about the subject, as a condition on `notifications n`.
 * @throws BAD_USER_INPUT for a type or id that cannot be
 */
export function subjectCondition(subject: SubjectRef, parameters: Parameters): string {
  checkSubjectRef(subject);
  const { type, id } = subject;
  if (type !== KEPT_HERE)
    return `n.subject_type = ${parameters.add(type)} and n.subject_id = ${parameters.add(id)}`;
  return isUuid(id) ? `n.application_id = ${parameters.add(id)}` : 'false';
}

/** @throws BAD_USER_INPUT for a type or id that cannot be */
export function checkSubjectRef({ type, id }: SubjectRef): void {
  checkWord('subject.type', type, 100);
  checkWord('subject.id', id, 255);
}
