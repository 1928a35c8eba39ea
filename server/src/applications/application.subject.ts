import { keptSubject } from '../inbox/kept-subject.ts';
import type { Subject } from '../inbox/subject.ts';

/** What applications are called as the subjects of notifications. */
export const SUBJECT_TYPE = keptSubject.type;

export const asSubject = ({ id, title }: { id: string; title: string }): Subject => ({
  type: SUBJECT_TYPE,
  id,
  label: title,
  url: `/applications/${id}`,
});
