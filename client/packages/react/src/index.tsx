// What `carillon-react` exports.
export { CarillonProvider, type CarillonProviderProps } from './carillon-provider.tsx';
export type { HostPages } from './settings.ts';
export type { HostProps } from './shadow.tsx';
export { NotificationBell } from './notification-bell.tsx';
export { Inbox } from './inbox.tsx';
export { Toasts } from './toasts.tsx';
export { useUnreadCount } from './use-unread-count.ts';
export { useNotifications } from '../../../src/inbox/use-notifications.ts';
export type {
  NotificationFilter,
  NotificationRowFragment as Notification,
} from '../../../src/generated/graphql.ts';
