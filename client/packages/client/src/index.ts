// What `carillon-client` exports.
export { Carillon, type ActionResult, type ListOptions, type MarkAllOptions } from './carillon.ts';
export type { CarillonOptions } from './followed-inbox.ts';
export { InboxList, type ListState } from './inbox-list.ts';
export type { ConnectionState, Transport } from '../../../src/inbox/follow/connection.ts';
export type { InboxChange } from '../../../src/inbox/follow/follower.ts';
export type { Counts } from '../../../src/inbox/lists/counts.ts';
export type {
  NotificationFilter,
  NotificationRowFragment as Notification,
} from '../../../src/generated/graphql.ts';
