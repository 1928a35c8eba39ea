import type { Subject } from '../inbox/subject.ts';

/** What applications are called as the subjects of notifications. */
export const SUBJECT_TYPE = 'application';

export const asSubject = ({ id, title }: { id: string; title: string }): Subject => ({
  type: SUBJECT_TYPE,
  id,
  label: title,
  url: `/applications/${id}`,
});
