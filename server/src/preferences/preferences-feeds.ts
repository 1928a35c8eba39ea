import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { PubSub, PubSubSubscription } from '../platform/broker/pub-sub.ts';
import { PreferencesFollower } from './preferences-follower.ts';
import type { Preferences, PreferencesReader } from './preferences.reader.ts';

/** How long a device may be behind when a wake-up was lost: settings, unlike notifications, can wait. */
const REPAIR_EVERY_MS = 60_000;
/** How long a first device waits for the broker. Without it the repair is what tells them. */
const BROKER_WAIT_MS = 250;

const topicOf = (userId: string): string => `carillon:preferences:${userId}`;

/** What the devices of one user share here: an event is the same object for all of them. */
interface Feed {
  readonly followers: Set<PreferencesFollower>;
  readonly subscription: PubSubSubscription;
  /** Resolves when wake-ups are heard, or the broker seems to be away. */
  readonly isHearing: Promise<unknown>;
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
    const subscription = this.pubSub.subscribe(topicOf(userId), (from) => {
      if (from !== this.replica) this.wake(userId);
    });
    const isReady = subscription.ready.catch(() => undefined);
    const feed: Feed = {
      followers: new Set(),
      subscription,
      isHearing: Promise.race([isReady, wait(BROKER_WAIT_MS, undefined, { ref: false })]),
      reading: undefined,
    };
    this.feeds.set(userId, feed);
    return feed;
  }

  /** Listen first, then look: what commits in between is either read or still to be heard. */
  private async read(userId: string, feed: Feed): Promise<Preferences> {
    try {
      await feed.isHearing;
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
    feed.subscription.unsubscribe();
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
