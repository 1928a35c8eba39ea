import { ConcurrentIndexes } from './concurrent-indexes.ts';

/** For what a service has sent about a subject or with a key, in the order in which the inboxes are locked. */
export class SentIndexes extends ConcurrentIndexes {
  protected readonly indexes = {
    notifications_about: `all_notifications (subject_type, subject_id, user_id) where subject_type is not null`,
    notifications_key: `all_notifications (service, idempotency_key, user_id) where idempotency_key is not null`,
  };
}
