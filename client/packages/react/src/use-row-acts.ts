import { useMemo } from 'react';
import { useArchiving } from '../../../src/inbox/acts/use-archiving.ts';
import { useMarking } from '../../../src/inbox/acts/use-marking.ts';
import { usePerforming, type Performed } from '../../../src/inbox/acts/use-performing.ts';
import { useTriage } from '../../../src/inbox/acts/use-triage.ts';

/**
 * What can be done with one notification. All of it shows at once, is told by `<Toasts/>` where it fails, never rejects, and
 * tells whether it worked.
 */
export interface RowActs {
  markAsRead: () => Promise<boolean>;
  markAsUnread: () => Promise<boolean>;
  archive: () => Promise<boolean>;
  unarchive: () => Promise<boolean>;
  /** For good, ten minutes later. */
  remove: () => Promise<boolean>;
  /** @param until a `DateTime`, in the future and within a year */
  snooze: (until: string) => Promise<boolean>;
  /** Back from being snoozed. */
  wake: () => Promise<boolean>;
  pin: (isPinned: boolean) => Promise<boolean>;
  /** Does one of `actions`: nothing is guessed, and whoever was first decides. */
  perform: (actionId: string, comment?: string) => Promise<Performed>;
}

export function useRowActs(id: string): RowActs {
  const { mark } = useMarking();
  const { archive, unarchive, remove } = useArchiving();
  const { snooze, wake, pin } = useTriage();
  const perform = usePerforming();
  return useMemo(
    () => ({
      markAsRead: () => mark(id, true),
      markAsUnread: () => mark(id, false),
      archive: () => archive(id),
      unarchive: () => unarchive(id),
      remove: () => remove(id),
      snooze: (until) => snooze(id, until),
      wake: () => wake(id),
      pin: (isPinned) => pin(id, isPinned),
      perform: (actionId, comment) => perform(id, actionId, comment),
    }),
    [id, mark, archive, unarchive, remove, snooze, wake, pin, perform],
  );
}
