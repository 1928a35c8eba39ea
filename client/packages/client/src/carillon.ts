import { PerformActionDocument } from '../../../src/generated/acts.ts';
import type { NotificationFilter } from '../../../src/generated/graphql.ts';
import { InboxDocument } from '../../../src/generated/inbox.ts';
import { perform } from '../../../src/inbox/acts/perform.ts';
import { errorCode } from '../../../src/inbox/error-text.ts';
import type { Counts } from '../../../src/inbox/lists/counts.ts';
import { inboxFilters } from '../../../src/inbox/lists/filter.ts';
import { isMoment } from '../../../src/inbox/moment.ts';
import type { Meant } from '../../../src/inbox/offline/offline-act.ts';
import { FollowedInbox } from './followed-inbox.ts';
import { InboxList } from './inbox-list.ts';

/** Which list: by default all that is in the inbox. */
export interface ListOptions {
  filter?: NotificationFilter;
  /** How many come at a time: 1 to 100, by default 20. */
  pageSize?: number;
}

/** What to mark: by default all that is in the inbox, up to its latest known `seq`. */
export interface MarkAllOptions {
  filter?: NotificationFilter;
  /** What came to the top after it is left alone. */
  upToSeq?: number;
}

/** What became of an action: `too-late` where somebody else had decided. */
export type ActionResult = 'done' | 'too-late' | 'failed';

/**
 * One reader's inbox. What is done with a notification shows at once in every list, and is taken back where the server does
 * not agree: these promises never reject, they tell whether it worked. Counters are the server's own numbers.
 */
export class Carillon extends FollowedInbox {
  /** The counters, as far as they are known. */
  counts(): Counts | undefined {
    return this.apollo.cache.readQuery({ query: InboxDocument })?.inbox.counts;
  }

  /** Asks for the counters, and tells each change of them. @returns what ends it */
  watchCounts(listener: (counts: Counts) => void): () => void {
    const query = this.apollo.watchQuery({ query: InboxDocument });
    const watching = query.subscribe(({ data, dataState }) => {
      if (dataState === 'complete') listener(data.inbox.counts);
    });
    return () => watching.unsubscribe();
  }

  /** A list that loads page by page, newest first. */
  list({ filter = inboxFilters.all, pageSize }: ListOptions = {}): InboxList {
    return new InboxList(this.apollo, filter, pageSize);
  }

  markAsRead(id: string): Promise<boolean> {
    return this.#perform({ act: 'READ', ids: [id] });
  }

  markAsUnread(id: string): Promise<boolean> {
    return this.#perform({ act: 'UNREAD', ids: [id] });
  }

  async markAllAsRead({ filter = inboxFilters.all, upToSeq }: MarkAllOptions = {}): Promise<boolean> {
    const seq = upToSeq ?? this.counts()?.seq;
    return seq === undefined ? false : this.#perform({ act: 'READ', upToSeq: seq, filter });
  }

  archive(id: string): Promise<boolean> {
    return this.#perform({ act: 'ARCHIVE', ids: [id] });
  }

  unarchive(id: string): Promise<boolean> {
    return this.#perform({ act: 'UNARCHIVE', ids: [id] });
  }

  /** Gone for its reader. */
  remove(id: string): Promise<boolean> {
    return this.#perform({ act: 'DELETE', ids: [id] });
  }

  /** @param until in the future and within a year; then it comes back to the top, unread */
  async snooze(id: string, until: Date): Promise<boolean> {
    return isMoment(until) && this.#perform({ act: 'SNOOZE', ids: [id], until: until.toISOString() });
  }

  wake(id: string): Promise<boolean> {
    return this.#perform({ act: 'UNSNOOZE', ids: [id] });
  }

  /** 50 at most. */
  pin(id: string): Promise<boolean> {
    return this.#perform({ act: 'PIN', ids: [id] });
  }

  unpin(id: string): Promise<boolean> {
    return this.#perform({ act: 'UNPIN', ids: [id] });
  }

  /** Does one of the notification's actions. Nothing is guessed: whoever was first decides. */
  async performAction(id: string, actionId: string, comment?: string): Promise<ActionResult> {
    try {
      const variables = { id, actionId, comment: comment ?? null };
      await this.apollo.mutate({ mutation: PerformActionDocument, variables });
      return 'done';
    } catch (error) {
      return errorCode(error) === 'CONFLICT' ? 'too-late' : 'failed';
    }
  }

  #perform(meant: Meant): Promise<boolean> {
    return perform(this.apollo, meant, 'quiet');
  }
}
