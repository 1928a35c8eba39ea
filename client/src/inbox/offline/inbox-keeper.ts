import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { MyDevice } from '../../browser/my-device.ts';
import { serverTime } from '../../browser/server-time.ts';
import { leadWhenFirst } from '../../browser/turns.ts';
import { MissedChangesDocument } from '../../generated/follow.ts';
import { InboxDocument, NotificationsDocument, ViewerDocument } from '../../generated/inbox.ts';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import type { InboxDelta } from '../delta.ts';
import { inboxFilters, isOnSide } from '../lists/filter.ts';
import { keepInbox, shapeOfNow, storedInbox, type StoredInbox } from './kept-inbox.ts';

const MOST_ROWS = 500;
const PAGE = 100;
/** Room for what comes until it is read anew. */
const FIRST_ROWS = 400;
/** One question for all that changes in so short a time. */
const PAUSE = 5_000;
const RETRY = 60_000;
/** The page that is being loaded comes first. */
const FIRST = 1_500;

/**
 * Keeps the top of the inbox on a device of its reader's, one tab for all. It asks for what has changed since it asked
 * last, also since days ago, and never touches what is shown.
 */
export class InboxKeeper {
  #client: ApolloClient;
  #device: MyDevice;
  #kept: StoredInbox | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: ApolloClient, device: MyDevice) {
    this.#client = client;
    this.#device = device;
  }

  start(): () => void {
    return leadWhenFirst('carillon-inbox-keeper', () => {
      const { cache } = this.#client;
      const callback = () => this.#keepSoon(PAUSE);
      const stop = cache.watch({ query: InboxDocument, optimistic: false, callback });
      this.#keepSoon(FIRST);
      return () => {
        stop();
        clearTimeout(this.#timer);
        this.#timer = undefined;
      };
    });
  }

  #keepSoon(wait: number): void {
    this.#timer ??= setTimeout(() => {
      void this.#keep()
        .catch(() => RETRY)
        .then((again) => {
          this.#timer = undefined;
          if (again && this.#device.isMine()) this.#keepSoon(again);
        });
    }, wait);
  }

  /** @returns when to do it again, where something came meanwhile */
  async #keep(): Promise<number | undefined> {
    this.#kept ??= await storedInbox(this.#device);
    this.#kept = (this.#kept && (await this.#caughtUp(this.#kept))) ?? (await this.#readAnew());
    await keepInbox(this.#device, { ...this.#kept, at: serverTime() });
    const known = this.#client.cache.readQuery({ query: InboxDocument })?.inbox.counts;
    return known && known.seq > this.#kept.inbox.counts.seq ? PAUSE : undefined;
  }

  async #readAnew(): Promise<StoredInbox> {
    let kept: StoredInbox | undefined;
    do {
      const { notifications } = await this.#ask(NotificationsDocument, {
        first: PAGE,
        after: kept?.end.cursor ?? null,
        filter: inboxFilters.all,
      });
      const page = notifications.edges.map(({ node }) => node);
      const { hasNextPage: hasMore, endCursor: cursor } = notifications.pageInfo;
      kept = {
        shape: shapeOfNow(),
        at: serverTime(),
        viewer: this.#client.cache.readQuery({ query: ViewerDocument })!.viewer,
        // As it was before the first page: what changed since is asked for afterwards.
        inbox: kept?.inbox ?? notifications.inbox,
        rows: [...(kept?.rows ?? []), ...page],
        end: { seq: hasMore ? (page.at(-1)?.seq ?? 0) : 0, cursor: cursor ?? null, hasMore },
      };
    } while (kept.end.hasMore && kept.rows.length < FIRST_ROWS);
    return (await this.#caughtUp(kept)) ?? kept;
  }

  /** Undefined where it has to be read anew. */
  async #caughtUp(kept: StoredInbox): Promise<StoredInbox | undefined> {
    let now = kept;
    for (let hasMore = true; hasMore;) {
      const { seq: afterSeq, epoch } = now.inbox.counts;
      const { inboxChanges: delta } = await this.#ask(MissedChangesDocument, { afterSeq, epoch });
      if (delta.resync) return undefined;
      now = withDelta(now, delta);
      hasMore = delta.hasMore && delta.toSeq > afterSeq;
    }
    return now.rows.length > MOST_ROWS ? undefined : now;
  }

  async #ask<Data, Variables extends OperationVariables>(
    query: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const { data } = await this.#client.query<Data, OperationVariables>({
      query,
      variables,
      fetchPolicy: 'no-cache',
    });
    if (!data) throw new Error('The inbox could not be read');
    return data;
  }
}

function withDelta(kept: StoredInbox, { upserted, removedIds, counts, toSeq }: InboxDelta): StoredInbox {
  const rows = new Map<string, NotificationRowFragment>(kept.rows.map((row) => [row.id, row]));
  for (const id of removedIds) rows.delete(id);
  for (const row of upserted) {
    if (isOnSide(row, inboxFilters.all) && row.seq >= kept.end.seq) rows.set(row.id, row);
    else rows.delete(row.id);
  }
  return {
    ...kept,
    // The counters are those of the newest seq, perhaps beyond this part of the changes.
    inbox: { ...kept.inbox, counts: { ...counts, seq: toSeq } },
    rows: [...rows.values()].sort((a, b) => b.seq - a.seq),
  };
}
