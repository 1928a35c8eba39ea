import { canonicalStringify } from '@apollo/client/utilities';
import { useEffect } from 'react';
import type { NotificationFilter } from '../../generated/graphql.ts';
import { useInboxClient } from '../use-inbox-client.ts';
import { readersOf } from './bounds.ts';

/** While somebody reads a list it keeps what it has, however much that is. */
export function useReading(filter: NotificationFilter, isRead: boolean): void {
  const readers = readersOf(useInboxClient());
  useEffect(() => {
    if (!isRead) return;
    const list = canonicalStringify(filter);
    readers.set(list, (readers.get(list) ?? 0) + 1);
    return () => void readers.set(list, (readers.get(list) ?? 1) - 1);
  }, [readers, filter, isRead]);
}
