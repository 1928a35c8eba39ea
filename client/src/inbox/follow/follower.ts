import type { ApolloClient } from '@apollo/client';
import type { Observable, Subscription } from 'rxjs';
import { waitOrWake } from '../../browser/back-off.ts';
import type { Connection } from './connection.ts';
import type { Snapshot } from './snapshots.ts';
import { isOnline, onLineChange } from '../../browser/line.ts';
import { InboxChangesDocument } from '../../generated/follow.ts';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { applyDelta, arrivalsOf, type InboxDelta } from '../delta.ts';
import { boundLists } from '../lists/bounds.ts';
import { repairSince, rereadLists, startingPoint } from '../lists/pages.ts';
import { retryWait, TOKEN_REFUSED } from './retry.ts';

export type InboxChange = {
  /** New at the top and unread. */
  arrived: NotificationRowFragment[];
  /** They came while we were away, and must not ring. */
  replayed: boolean;
  /** They came while the first page was under way: nobody was away, and they are on it. */
  isFirst: boolean;
  /** Read, archived or removed somewhere: whatever still calls for attention for them may stop. */
  settledIds: string[];
};

/** What the follower needs of a session. */
export type Followed = {
  apollo: ApolloClient;
  connection: Connection;
  /** At which point of the inbox's history each answer with rows was read. */
  pages: Observable<Snapshot>;
  renewToken: () => Promise<string>;
  /** Why the server closed the last socket or stream of events; undefined while it has not. */
  closeCode: () => number | undefined;
};
/** Moved: it goes on by another transport. */
type StreamEnd = 'failed' | 'moved' | 'restart' | 'resync';

/**
 * Keeps the cache in step with the inbox: one subscription that begins where the last one ended, for as long as the
 * session lives. Every attempt asks anew from the last applied seq, so nothing is missed and nothing is told twice.
 */
export class InboxFollower {
  #session: Followed;
  #onChange: (change: InboxChange) => void;
  #position: Snapshot | null = null;
  #earlyPages: Snapshot[] = [];
  #mustReread = false;
  #stopping = new AbortController();
  #endStream: (end: StreamEnd) => void = () => undefined;
  #isLive = false;
  #goesOn = false;
  #wasLive = false;

  constructor(session: Followed, onChange: (change: InboxChange) => void) {
    this.#session = session;
    this.#onChange = onChange;
  }

  start(): () => void {
    const { signal } = this.#stopping;
    const pages = this.#session.pages.subscribe((page) => this.#onPage(page));
    onLineChange(() => this.#showState(), signal);
    void this.#run(signal);
    return () => {
      this.#stopping.abort();
      pages.unsubscribe();
      this.#endStream('failed');
    };
  }

  async #run(signal: AbortSignal): Promise<void> {
    let attempt = 0;
    while (!signal.aborted) {
      const end = await this.#attempt(() => (attempt = 0)).catch((): StreamEnd => 'failed');
      this.#goesOn = end === 'moved' && this.#isLive;
      if (!this.#goesOn) this.#setLive(false);
      if (end === 'resync') this.#forget();
      if (signal.aborted) return;
      if (end !== 'failed' && attempt++ === 0) continue;
      const code = this.#session.closeCode();
      // A refusal ends the session, and with it this follower.
      if (code === TOKEN_REFUSED) await this.#session.renewToken().catch(() => undefined);
      await this.#wait(retryWait(code, attempt++), signal);
    }
  }

  /** Not longer than until there is another transport to try. */
  async #wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    const { connection } = this.#session;
    const before = connection.transport();
    const moving = new AbortController();
    const end = () => moving.abort();
    signal.addEventListener('abort', end);
    const stop = connection.subscribe(() => connection.transport() !== before && end());
    if (!signal.aborted) await waitOrWake(milliseconds, moving.signal);
    stop();
    signal.removeEventListener('abort', end);
  }

  async #attempt(onLive: () => void): Promise<StreamEnd> {
    this.#position ??= await this.#begin();
    return this.#stream(this.#position, onLive);
  }

  #stream({ seq, epoch }: Snapshot, onLive: () => void): Promise<StreamEnd> {
    let subscription: Subscription | undefined;
    // Who was told all until a moment ago was not away.
    let replay: NotificationRowFragment[] | null = this.#goesOn ? null : [];
    const ended = new Promise<StreamEnd>((resolve, reject) => {
      this.#endStream = resolve;
      subscription = this.#session.apollo
        .subscribe({
          query: InboxChangesDocument,
          variables: { afterSeq: seq, epoch },
          fetchPolicy: 'no-cache',
        })
        .subscribe({
          next: ({ data, error }) => {
            if (error || !data) return reject(new Error('The change could not be read', { cause: error }));
            if (!data.inboxChanges.resync) onLive();
            this.#setLive(true);
            replay = this.#onDelta(data.inboxChanges, replay);
          },
          error: reject,
          complete: () => resolve('moved'),
        });
    });
    return ended.finally(() => subscription?.unsubscribe());
  }

  /** Returns what is still being replayed, or null once we are live. */
  #onDelta(delta: InboxDelta, replay: NotificationRowFragment[] | null): NotificationRowFragment[] | null {
    const position = this.#position;
    if (!position) return replay;
    if (delta.resync) this.#endStream('resync');
    else if (delta.fromSeq > position.seq) this.#endStream('restart');
    else {
      // Even a delta we have passed may hold what an older page undid; applying it again is harmless.
      applyDelta(this.#session.apollo.cache, delta);
      boundLists(this.#session.apollo);
      const arrived = arrivalsOf(delta, position.seq);
      this.#position = { epoch: delta.epoch, seq: Math.max(position.seq, delta.toSeq) };
      const settledIds = [...delta.removedIds, ...delta.upserted.filter(isSettled).map(({ id }) => id)];
      // What was replayed a moment ago may have grown: it is told once, as it is now.
      const renewed = new Set([...settledIds, ...arrived.map(({ id }) => id)]);
      const waiting = replay?.filter(({ id }) => !renewed.has(id)) ?? [];
      const told = [...waiting, ...arrived];
      const isTold = !replay || !delta.hasMore;
      const replayed = replay !== null;
      this.#onChange({ arrived: isTold ? told : [], replayed, isFirst: !this.#wasLive, settledIds });
      if (isTold) this.#wasLive = true;
      return isTold ? null : told;
    }
    return replay;
  }

  #forget(): void {
    this.#position = null;
    this.#mustReread = true;
  }

  /** Where to begin: at the oldest of the pages that are shown. After a resync all of them are read anew first. */
  async #begin(): Promise<Snapshot> {
    const { apollo } = this.#session;
    const pages = this.#mustReread ? await rereadLists(apollo) : this.#earlyPages;
    const start = await startingPoint(apollo, pages);
    this.#earlyPages = [];
    this.#mustReread = false;
    return start;
  }

  /** A page older than what was applied may have undone newer rows: ask again for what changed since it was read. */
  #onPage(page: Snapshot): void {
    const position = this.#position;
    if (!position) {
      this.#earlyPages.push(page);
    } else if (page.epoch !== position.epoch) {
      this.#endStream('restart');
    } else if (page.seq < position.seq) {
      void this.#repair(page);
    }
  }

  async #repair(page: Snapshot): Promise<void> {
    try {
      const isRepaired = await repairSince(this.#session.apollo, page, this.#stopping.signal);
      if (!isRepaired) this.#endStream('resync');
    } catch {
      // Then the stream begins at that page again, and brings the same.
      this.#position = page;
      this.#endStream('restart');
    }
  }

  #setLive(isLive: boolean): void {
    this.#isLive = isLive;
    this.#showState();
  }

  #showState(): void {
    const waiting = isOnline() ? 'connecting' : 'offline';
    this.#session.connection.set(this.#isLive && isOnline() ? 'live' : waiting);
  }
}

function isSettled({ isRead, archivedAt, snoozedUntil, retractedAt }: NotificationRowFragment): boolean {
  return isRead || archivedAt !== null || snoozedUntil !== null || retractedAt !== null;
}
