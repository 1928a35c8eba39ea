import { ConcurrentIndexes } from './concurrent-indexes.ts';

/** For whoever was asked the same thing, in the order in which their inboxes are locked. */
export class RequestIndex extends ConcurrentIndexes {
  protected readonly indexes = {
    notifications_request: 'notifications (request_id, user_id) where request_id is not null',
  };
}
