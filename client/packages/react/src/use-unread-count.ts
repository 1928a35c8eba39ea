import { useInboxQuery } from '../../../src/generated/inbox.ts';
import { useSettings } from './settings.ts';

/** How many notifications are unread, as the server counts them; undefined until it has answered. */
export function useUnreadCount(): number | undefined {
  const { carillon } = useSettings();
  return useInboxQuery({ client: carillon.apollo }).data?.inbox.counts.unread;
}
