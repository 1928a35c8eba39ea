import { randomUUID } from 'node:crypto';
import type { Metrics } from '../platform/metrics.ts';
import type { PubSub } from '../platform/broker/pub-sub.ts';
import { TopicWatch } from '../platform/broker/topic-watch.ts';
import {
  announcementOf,
  decodeAnnouncement,
  decodeWakeUp,
  inboxTopic,
  isFrom,
  MANY_INBOXES_TOPIC,
  wakeUpOf,
  type Announcement,
} from './announcement.ts';
import { emptyDelta, isOfEpoch, resyncDelta, type Delta } from '../inbox/delta.ts';
import type { InboxState } from '../inbox/inbox-state.ts';
import type { InboxChangeLog } from '../inbox/inbox.change-log.ts';
import type { NotificationRow } from '../inbox/notification.row.ts';
import { Feed, rowsSize } from './feed.ts';
import { Additions, Follower } from './follower.ts';

const REPAIR_EVERY_MS = 2_000;
/** The repair loop rests this many times as long as it worked, so that it never takes more than a tenth of a core. */
const REST_PER_WORK = 9;
const MAX_REST_MS = 4_000;

interface OpenFeed {
  feed: Promise<Feed>;
  opened?: Feed;
  hear: (announcement: Announcement) => void;
  announcements: TopicWatch;
  followers: number;
}

/**
 * The live path of this replica: a feed for each user who is connected here. Announcements make it fast; the repair
 * loop makes it right, whatever became of them.
 */
export class Feeds {
  private readonly open = new Map<string, OpenFeed>();
  private isRunning = false;
  private repairTimer: NodeJS.Timeout | undefined;
  private readonly replica = randomUUID();
  private wakeUps: TopicWatch | undefined;

  constructor(
    private readonly pubSub: PubSub,
    private readonly changes: InboxChangeLog,
    private readonly metrics: Metrics,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  start(): void {
    this.isRunning = true;
    this.wakeUps = new TopicWatch(this.pubSub, MANY_INBOXES_TOPIC, (message) => {
      if (!isFrom(this.replica, message)) this.wake(decodeWakeUp(message));
    });
    this.plan(REPAIR_EVERY_MS);
  }

  stop(): void {
    this.isRunning = false;
    this.wakeUps?.stop();
    clearTimeout(this.repairTimer);
  }

  /**
   * Tells of a committed change: followers here at once, other replicas by the broker. Costs the caller nothing, also
   * when the broker is away.
   */
  announce(committed: Delta): void {
    const { userId } = committed.inbox;
    const delta = { ...committed, committedAt: Date.now() };
    const { announcement, message } = announcementOf(this.replica, delta);
    this.pubSub.publish(inboxTopic(userId), message);
    this.open.get(userId)?.hear(announcement);
  }

  /** Who of these is followed here. */
  followed(userIds: readonly string[]): string[] {
    return userIds.filter((userId) => this.open.has(userId));
  }

  /**
   * Tells of a committed change of many inboxes: followers here of what it is, other replicas only that there is one,
   * all in one message.
   */
  announceMany(userIds: readonly string[], deltas: readonly Delta[]): void {
    this.pubSub.publish(MANY_INBOXES_TOPIC, wakeUpOf(this.replica, userIds));
    const told = new Map(deltas.map((delta) => [delta.inbox.userId, delta]));
    const committedAt = Date.now();
    for (const userId of this.followed(userIds)) {
      const delta = told.get(userId);
      // Whoever has come since is not among them.
      if (!delta) this.wake([userId]);
      else this.open.get(userId)!.hear({ delta: { ...delta, committedAt }, size: rowsSize(delta) });
    }
  }

  /**
   * Follows an inbox from a seq on, or from now. The first delta comes at once: what was missed, or an empty one.
   * @param place undefined for "from now"; an epoch that is not the database's makes the first delta a resync
   */
  async follow(userId: string, place?: { seq: number; epoch?: string | null }): Promise<Follower> {
    return this.enter(userId, async (feed, watch, isNew) => {
      if (!place) return new Follower(feed, feed.position, emptyDelta(feed.inbox), watch);
      const { seq, epoch } = place;
      // PostgreSQL said just now where the inbox is: whoever stands there has missed nothing.
      if (isNew && seq === feed.position && (epoch ?? feed.inbox.epoch) === feed.inbox.epoch)
        return new Follower(feed, seq, emptyDelta(feed.inbox), watch);
      const missed = await feed.read(seq);
      const first = isOfEpoch(missed, epoch) ? missed : resyncDelta(missed.inbox, seq);
      return new Follower(feed, first.toSeq, first, watch);
    });
  }

  /** The notifications that come to the top of an inbox from now on. */
  async followAdditions(userId: string, isWanted: (row: NotificationRow) => boolean): Promise<Additions> {
    const follower = await this.enter(
      userId,
      async (feed, watch) => new Follower(feed, feed.position, undefined, watch),
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
    begin: (feed: Feed, watch: ConstructorParameters<typeof Follower>[3], isNew: boolean) => Promise<T>,
  ): Promise<T> {
    const entry = this.open.get(userId) ?? this.openFeed(userId);
    const isFirst = entry.followers++ === 0;
    const onEnd = () => this.leave(userId, entry);
    try {
      const feed = await entry.feed;
      // Somebody else's feed may lag behind the database; whoever begins "from now" must begin at the real now.
      if (!isFirst) await feed.catchUp();
      return await begin(feed, { onEnd, onDelivery: this.onDelivery }, isFirst);
    } catch (error) {
      onEnd();
      throw error;
    }
  }

  private readonly onDelivery = ({ committedAt, resync }: Delta): void => {
    this.metrics.deliveries.inc();
    if (resync) this.metrics.resyncs.inc();
    if (committedAt !== undefined) this.metrics.deliverySeconds.observe((Date.now() - committedAt) / 1_000);
  };

  private openFeed(userId: string): OpenFeed {
    let heard: Announcement[] = [];
    const hear = (announcement: Announcement) => {
      if (entry.opened) entry.opened.receive(announcement);
      else heard.push(announcement);
    };
    const announcements = new TopicWatch(this.pubSub, inboxTopic(userId), (message) => {
      if (!isFrom(this.replica, message)) hear(decodeAnnouncement(message));
    });
    const entry: OpenFeed = {
      hear,
      announcements,
      followers: 0,
      feed: this.firstState(userId, announcements).then((state) => {
        const feed = new Feed(state, this.changes, this.onTrouble);
        entry.opened = feed;
        for (const announcement of heard) feed.receive(announcement);
        heard = [];
        return feed;
      }),
    };
    this.open.set(userId, entry);
    return entry;
  }

  private async firstState(userId: string, announcements: TopicWatch): Promise<InboxState> {
    await announcements.isHearing;
    const state = await this.changes.state(userId);
    if (!state) throw new Error('A feed was opened for a user without an inbox');
    return state;
  }

  private wake(userIds: readonly string[]): void {
    for (const userId of userIds) this.open.get(userId)?.hear({ wakeUp: true });
  }

  private leave(userId: string, entry: OpenFeed): void {
    if (--entry.followers > 0) return;
    if (this.open.get(userId) === entry) this.open.delete(userId);
    entry.announcements.stop();
    entry.opened?.close();
  }

  private plan(rest: number): void {
    this.repairTimer = setTimeout(() => {
      const began = performance.now();
      void this.repair()
        .catch(this.onTrouble)
        .finally(() => {
          const worked = performance.now() - began;
          this.metrics.repairSeconds.inc(worked / 1_000);
          const rested = Math.min(Math.max(REPAIR_EVERY_MS, worked * REST_PER_WORK), MAX_REST_MS);
          if (this.isRunning) this.plan(rested);
        });
    }, rest);
  }

  private async repair(): Promise<void> {
    const positions: InboxState[] = [];
    for (const { opened } of this.open.values()) {
      opened?.forget();
      if (opened) positions.push(opened.inbox);
    }
    if (positions.length === 0) return;
    const ahead = await this.changes.ahead(positions);
    for (const { userId, epoch, seq } of ahead) {
      const feed = this.open.get(userId)?.opened;
      // Announcements that were under way have arrived meanwhile: only what is still behind was really lost.
      if (!feed || (feed.inbox.epoch === epoch && feed.position >= seq)) continue;
      this.metrics.repairs.inc();
      void feed.catchUp();
    }
  }
}
