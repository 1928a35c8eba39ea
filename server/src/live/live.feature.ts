import type { InboxChangeLog } from '../inbox/inbox.change-log.ts';
import type { Announce, AnnounceMany } from '../inbox/delta.ts';
import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import { Feeds } from './feeds.ts';
import { LiveResolver } from './live.resolver.ts';

/** How inboxes are followed while they change. */
export function createLive(
  { pubSub, metrics, onTrouble }: Platform,
  changes: InboxChangeLog,
): Feature & { readonly announce: Announce; readonly announceMany: AnnounceMany } {
  const feeds = new Feeds(pubSub, changes, metrics, onTrouble);
  return {
    announce: (delta) => feeds.announce(delta),
    announceMany: {
      followed: (userIds) => feeds.followed(userIds),
      announce: (userIds, deltas) => feeds.announceMany(userIds, deltas),
    },
    resolvers: [new LiveResolver(feeds, changes)],
    gauges: [
      { name: 'feeds', help: 'Users who are followed here.', read: () => feeds.size.feeds },
      {
        name: 'followers',
        help: 'Subscriptions that follow an inbox here.',
        read: () => feeds.size.followers,
      },
    ],
    prepare: async () => feeds.start(),
    close: () => feeds.stop(),
  };
}
