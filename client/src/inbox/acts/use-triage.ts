import { useMemo } from 'react';
import type { Meant } from '../offline/offline-act.ts';
import { isMoment } from '../moment.ts';
import { failureWords } from './failure-words.ts';
import { failuresOf } from './failures.ts';
import { perform } from './perform.ts';
import { undoOf } from './undo.ts';
import { useInboxClient } from '../use-inbox-client.ts';

/**
 * Snoozing and pinning, and any act upon many: at once, and taken back with the reason when the server does not agree.
 * The promises never reject; they tell whether it worked.
 */
export function useTriage() {
  const client = useInboxClient();
  return useMemo(
    () => ({
      /** @param until a `DateTime`, in the future and within a year */
      snooze: (id: string, until: string) => {
        if (isMoment(new Date(until))) return perform(client, { act: 'SNOOZE', ids: [id], until }, 'toast');
        return failuresOf(client).refuse(failureWords('SNOOZE', false));
      },
      wake: (id: string) => {
        undoOf(client).withdraw('SNOOZE', [id]);
        return perform(client, { act: 'UNSNOOZE', ids: [id] }, 'quiet');
      },
      /** 50 at most; the server refuses one more, and the reader is told. */
      pin: (id: string, isPinned: boolean) =>
        perform(client, { act: isPinned ? 'PIN' : 'UNPIN', ids: [id] }, 'quiet'),
      /** To all of these, or to all that a filter lets through. */
      actOn: (meant: Meant) => perform(client, meant, 'toast-when-done'),
    }),
    [client],
  );
}
