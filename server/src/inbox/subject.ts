import { isUuid, checkWord } from '../platform/input.ts';
import { idKeptHere, keptSubject } from './kept-subject.ts';
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

/** By one spelling of its id. */
export const canonical = <Ref extends SubjectRef>(subject: Ref): Ref =>
  idKeptHere(subject) === undefined ? subject : { ...subject, id: subject.id.toLowerCase() };

/** Select lists, from the table or CTE that goes by the name `n`. */
export const subjectTypeColumn = `case when n.${keptSubject.column} is null then n.subject_type else '${keptSubject.type}' end`;
export const subjectIdColumn = `coalesce(n.subject_id, n.${keptSubject.column}::text)`;

/**
 * What is about the subject, as a condition on `notifications n`.
 * @throws BAD_USER_INPUT for a type or id that cannot be
 */
export function subjectCondition(subject: SubjectRef, parameters: Parameters): string {
  checkSubjectRef(subject);
  const { type, id } = subject;
  if (type !== keptSubject.type)
    return `n.subject_type = ${parameters.add(type)} and n.subject_id = ${parameters.add(id)}`;
  return isUuid(id) ? `n.${keptSubject.column} = ${parameters.add(id)}` : 'false';
}

/** @throws BAD_USER_INPUT for a type or id that cannot be */
export function checkSubjectRef({ type, id }: SubjectRef): void {
  checkWord('subject.type', type, 100);
  checkWord('subject.id', id, 255);
}
