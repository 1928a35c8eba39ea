import { useSyncExternalStore } from 'react';
import { useInboxClient } from '../use-inbox-client.ts';
import { connectionOf } from './connection.ts';

/** Whether what is shown may be out of date, since changes have not come by themselves for a while. */
export function useIsLineLost(): boolean {
  const connection = connectionOf(useInboxClient());
  return useSyncExternalStore(connection.subscribe, connection.isLost);
}
