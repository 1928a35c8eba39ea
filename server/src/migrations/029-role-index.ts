import { ConcurrentIndexes } from './concurrent-indexes.ts';

/** For those of a role, in the order in which their inboxes are locked. */
export class RoleIndex extends ConcurrentIndexes {
  protected readonly indexes = {
    users_role: 'users (role, id)',
  };
}
