import { randomUUID } from 'node:crypto';
import type { PubSub } from '../platform/broker/pub-sub.ts';
import { TopicWatch } from '../platform/broker/topic-watch.ts';
import { PreferencesFollower } from './preferences-follower.ts';
import type { Preferences, PreferencesReader } from './preferences.reader.ts';

/** How long a device may be behind when a wake-up was lost: settings, unlike notifications, can wait. */
const REPAIR_EVERY_MS = 60_000;

const topicOf = (userId: string): string => `carillon:preferences:${userId}`;

/** What the devices of one user share here: an event is the same object for all of them. */
interface Feed {
  readonly followers: Set<PreferencesFollower>;
  readonly wakeUps: TopicWatch;
  /** What was read since the last wake-up. */
  reading: Promise<Preferences> | undefined;
}

/** The devices here that follow their users' preferences. Wake-ups make it fast; a slow look at PostgreSQL makes it right. */
export class PreferencesFeeds {
  private readonly feeds = new Map<string, Feed>();
  private readonly replica = randomUUID();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pubSub: PubSub,
    private readonly reader: Pick<PreferencesReader, 'read' | 'revisions'>,
    private readonly onTrouble: (error: unknown) => void,
    private readonly repairEveryMs = REPAIR_EVERY_MS,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.repair().catch(this.onTrouble), this.repairEveryMs);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Tells all devices of a committed change: here at once, elsewhere by the broker. Costs the caller nothing. */
  announce(userId: string): void {
    this.pubSub.publish(topicOf(userId), this.replica);
    this.wake(userId);
  }

  /** The preferences as they are, and again whenever they have changed. */
  follow(userId: string): PreferencesFollower {
    const feed = this.feeds.get(userId) ?? this.open(userId);
    feed.reading = undefined; // who begins now sees what is now
    const follower = new PreferencesFollower(
      () => (feed.reading ??= this.read(userId, feed)),
      () => this.leave(userId, feed, follower),
    );
    feed.followers.add(follower);
    return follower;
  }

  private open(userId: string): Feed {
    const wakeUps = new TopicWatch(this.pubSub, topicOf(userId), (from) => {
      if (from !== this.replica) this.wake(userId);
    });
    const feed: Feed = { followers: new Set(), wakeUps, reading: undefined };
    this.feeds.set(userId, feed);
    return feed;
  }

  private async read(userId: string, feed: Feed): Promise<Preferences> {
    try {
      await feed.wakeUps.isHearing;
      return await this.reader.read(userId);
    } catch (error) {
      feed.reading = undefined;
      throw error;
    }
  }

  private leave(userId: string, feed: Feed, follower: PreferencesFollower): void {
    feed.followers.delete(follower);
    if (feed.followers.size > 0) return;
    this.feeds.delete(userId);
    feed.wakeUps.stop();
  }

  private wake(userId: string): void {
    const feed = this.feeds.get(userId);
    if (!feed) return;
    feed.reading = undefined;
    for (const follower of feed.followers) follower.lookAgain();
  }

  private async repair(): Promise<void> {
    if (this.feeds.size === 0) return;
    const revisions = await this.reader.revisions([...this.feeds.keys()]);
    for (const [userId, { followers }] of this.feeds) {
      const newest = revisions.get(userId) ?? null;
      if ([...followers].some((follower) => follower.isBehind(newest))) this.wake(userId);
    }
  }
}
