// What `carillon-react` exports.
export { CarillonProvider, type CarillonProviderProps } from './carillon-provider.tsx';
export type { HostWords } from '../../../src/words/host-words.ts';
export type { HostPages } from './settings.ts';
export type { Drawing } from './drawing.tsx';
export type { RowActs } from './use-row-acts.ts';
export type { ListState } from '../../../src/notifications/host-places.tsx';
export type { Icons } from '../../../src/ui/icons.ts';
export type { HostProps } from './shadow.tsx';
export { NotificationBell } from './notification-bell.tsx';
export { Inbox } from './inbox.tsx';
export { Preferences } from './preferences.tsx';
export { Toasts } from './toasts.tsx';
export { usePreferences, type SubjectToMute } from './use-preferences.ts';
export { useUnreadCount } from './use-unread-count.ts';
export { useNotifications } from '../../../src/inbox/use-notifications.ts';
export type {
  NotificationFilter,
  PreferencesFieldsFragment as PreferencesOfReader,
  NotificationRowFragment as Notification,
} from '../../../src/generated/graphql.ts';
