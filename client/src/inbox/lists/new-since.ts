import { useState } from 'react';
import { serverTime } from '../../browser/server-time.ts';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import type { useNotifications } from '../use-notifications.ts';
import type { Counts } from './counts.ts';

type Opened = Pick<Counts, 'seq' | 'unseen'> & { at: number };

/**
 * The seq from which on all is new to a reader who opens a list: what came since they looked last. Undefined where
 * nothing is, or that is not known. It stays while they look, and does not follow what comes meanwhile.
 */
export function useNewSince({
  notifications,
  counts,
  loading,
}: ReturnType<typeof useNotifications>): number | undefined {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [since, setSince] = useState<number | undefined>(undefined);
  if (!opened && counts && !loading) setOpened({ seq: counts.seq, unseen: counts.unseen, at: serverTime() });
  if (!opened || since !== undefined) return since;
  const found = oldestNew(notifications, opened);
  if (found !== undefined) setSince(found);
  return found;
}

/** The last of so many that were unread then; it may be on a page that is still to come. */
function oldestNew(rows: NotificationRowFragment[], { seq, unseen, at }: Opened): number | undefined {
  const wasUnread = ({ readAt }: NotificationRowFragment) => readAt === null || Date.parse(readAt) >= at;
  return rows.filter((row) => row.seq <= seq && wasUnread(row))[unseen - 1]?.seq;
}
