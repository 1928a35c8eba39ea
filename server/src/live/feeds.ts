import { setTimeout as wait } from 'node:timers/promises';
import type { PubSub, PubSubSubscription } from '../platform/pub-sub.ts';
import { decodeAnnouncement, encodeAnnouncement, inboxTopic } from './announcement.ts';
import { emptyDelta, type ChangedRow, type ChangeLog, type Delta, type InboxState } from './delta.ts';
import { Feed } from './feed.ts';
import { Additions, Follower } from './follower.ts';

const REPAIR_EVERY_MS = 2_000;
/** How long a first reader waits for the broker. Without it the repair loop is what tells them. */
const BROKER_WAIT_MS = 250;

interface OpenFeed<Row extends ChangedRow> {
  feed: Promise<Feed<Row>>;
  opened?: Feed<Row>;
  subscription: PubSubSubscription;
  followers: number;
}

/**
 * The live path of this replica: a feed for each user who is connected here. Announcements make it fast; the repair
 * loop makes it right, whatever became of them.
 */
export class Feeds<Row extends ChangedRow = ChangedRow> {
  private readonly open = new Map<string, OpenFeed<Row>>();
  private repairTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pubSub: PubSub,
    private readonly changes: ChangeLog<Row>,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  start(): void {
    this.repairTimer = setTimeout(() => {
      void this.repair()
        .catch(this.onTrouble)
        .finally(() => this.repairTimer && this.start());
    }, REPAIR_EVERY_MS);
  }

  stop(): void {
    clearTimeout(this.repairTimer);
    this.repairTimer = undefined;
  }

  /** Tells every replica of a committed change. Costs the caller nothing, also when the broker is away. */
  announce(delta: Delta<Row>): void {
    this.pubSub.publish(inboxTopic(delta.inbox.userId), encodeAnnouncement(delta));
  }

  /**
   * Follows an inbox from a seq on, or from now. The first delta comes at once: what was missed, or an empty one.
   * @param place undefined for "from now"; `isOurs` false when the reader's epoch is not ours, which makes it a resync
   */
  async follow(userId: string, place?: { seq: number; isOurs: boolean }): Promise<Follower<Row>> {
    return this.enter(userId, async (feed, leave) => {
      if (!place) return new Follower(feed, feed.position, emptyDelta(feed.inbox), leave);
      const { seq, isOurs } = place;
      const first = isOurs ? await feed.read(seq) : { ...emptyDelta(feed.inbox), fromSeq: seq, resync: true };
      return new Follower(feed, first.toSeq, first, leave);
    });
  }

  /** The notifications that come to the top of an inbox from now on. */
  async followAdditions(userId: string, isWanted: (row: Row) => boolean): Promise<Additions<Row>> {
    const follower = await this.enter(
      userId,
      async (feed, leave) => new Follower<Row>(feed, feed.position, undefined, leave),
    );
    return new Additions(follower, isWanted);
  }

  /** Users connected here, and followers in all. */
  get size(): { feeds: number; followers: number } {
    const followers = [...this.open.values()].reduce((sum, entry) => sum + entry.followers, 0);
    return { feeds: this.open.size, followers };
  }

  private async enter<T>(
    userId: string,
    begin: (feed: Feed<Row>, leave: () => void) => Promise<T>,
  ): Promise<T> {
    const entry = this.open.get(userId) ?? this.openFeed(userId);
    const isFirst = entry.followers++ === 0;
    const leave = () => this.leave(userId, entry);
    try {
      const feed = await entry.feed;
      // Somebody else's feed may lag behind the database; whoever begins "from now" must begin at the real now.
      if (!isFirst) await feed.catchUp();
      return await begin(feed, leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  private openFeed(userId: string): OpenFeed<Row> {
    let heard: string[] = [];
    const subscription = this.pubSub.subscribe(inboxTopic(userId), (message) => {
      if (entry.opened) entry.opened.receive(decodeAnnouncement<Row>(message));
      else heard.push(message);
    });
    const entry: OpenFeed<Row> = {
      subscription,
      followers: 0,
      feed: this.firstState(userId, subscription).then((state) => {
        const feed = new Feed(state, this.changes, this.onTrouble);
        entry.opened = feed;
        for (const message of heard) feed.receive(decodeAnnouncement<Row>(message));
        heard = [];
        return feed;
      }),
    };
    this.open.set(userId, entry);
    return entry;
  }

  /** Listen first, then look: what commits in between is either in the state or still to be heard. */
  private async firstState(userId: string, { ready }: PubSubSubscription): Promise<InboxState> {
    await Promise.race([ready.catch(() => undefined), wait(BROKER_WAIT_MS, undefined, { ref: false })]);
    const state = await this.changes.state(userId);
    if (!state) throw new Error('A feed was opened for a user without an inbox');
    return state;
  }

  private leave(userId: string, entry: OpenFeed<Row>): void {
    if (--entry.followers > 0) return;
    if (this.open.get(userId) === entry) this.open.delete(userId);
    entry.subscription.unsubscribe();
    entry.opened?.close();
  }

  private async repair(): Promise<void> {
    const feeds = [...this.open.values()].flatMap(({ opened }) => opened ?? []);
    if (feeds.length === 0) return;
    for (const feed of feeds) feed.forget();
    const ahead = await this.changes.ahead(
      feeds.map(({ inbox }) => ({ userId: inbox.userId, seq: inbox.seq })),
    );
    for (const { userId, seq } of ahead) {
      const feed = this.open.get(userId)?.opened;
      if (feed && feed.position < seq) void feed.catchUp();
    }
  }
}
