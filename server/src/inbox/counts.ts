import { categoryCounts } from './categories.ts';
import type { InboxState } from './inbox-state.ts';
import type { InboxCountsType } from './inbox.type.ts';

/** The counters of an inbox, as they are told. */
export const countsOf = ({ epoch, seq, unread, unseen, categories }: InboxState): InboxCountsType => ({
  ...{ epoch, seq, unread, unseen },
  // Put in order only when asked for.
  get categories() {
    return categoryCounts(categories);
  },
});
