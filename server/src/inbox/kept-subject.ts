import type { SubjectRef } from './subject.ts';

/**
 * The one type of subject whose things stand in a table here. Its notifications refer to them by a foreign key, and by
 * that alone, so that what is not there is refused. The column is one of `notifications`, which every statement names:
 * so it is said here, once, and not handed over by the feature.
 */
export const keptSubject = {
  type: 'application',
  column: 'application_id',
  foreignKey: 'notifications_application_id_fkey',
  /** What senders say for short. */
  shortForm: 'applicationId',
} as const;

/** The id of one that is kept here; undefined for all others. */
export const idKeptHere = ({ type, id }: SubjectRef): string | undefined =>
  type === keptSubject.type ? id : undefined;
