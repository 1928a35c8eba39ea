import { ConcurrentIndexes } from './concurrent-indexes.ts';

/** For lists of what is about one subject, or matters more or less than most. Few rows of today's are in them. */
export class SubjectIndexes extends ConcurrentIndexes {
  protected readonly indexes = {
    notifications_subject:
      'notifications (user_id, subject_type, subject_id, seq) where subject_type is not null',
    notifications_severity: `notifications (user_id, severity, seq) where severity <> 'NORMAL'`,
  };
}
