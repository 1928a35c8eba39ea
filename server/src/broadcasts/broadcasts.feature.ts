import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import { personalInBroadcasts } from './personal.ts';
import { TopicWatch } from '../platform/broker/topic-watch.ts';
import type { SendService } from '../sending/send.service.ts';
import { BROADCAST, progressTopic } from './broadcast.ts';
import { BroadcastResolver } from './broadcast.resolver.ts';
import { BroadcastService } from './broadcast.service.ts';
import { moveOnSilent, sendBroadcast } from './broadcast.task.ts';
import { FollowedTopics } from './topics/followed-topics.ts';
import { FollowingResolver } from './topics/following.resolver.ts';
import { TopicEntity } from './topics/topic.entity.ts';
import { TopicMembers } from './topics/topic-members.ts';
import { TopicResolver } from './topics/topic.resolver.ts';
import { TopicService } from './topics/topic.service.ts';

/** What goes to audiences: topics, roles, everybody. */
export function createBroadcasts(
  { database, cursors, pubSub, onTrouble }: Platform,
  { sender }: { readonly sender: SendService },
): Feature {
  const topics = new TopicService(database);
  const tell = (id: string) => pubSub.publish(progressTopic(id), '');
  const service = new BroadcastService(database, { sender, topics, cursors, tell });
  return {
    personal: personalInBroadcasts,
    resolvers: [
      new BroadcastResolver(service, (id, onHint) => new TopicWatch(pubSub, progressTopic(id), onHint)),
      new TopicResolver(topics, new TopicMembers(database, topics, cursors)),
      new FollowingResolver(new FollowedTopics(database)),
    ],
    entities: [TopicEntity],
    gauges: [
      {
        name: 'broadcasts',
        help: 'Broadcasts that are running.',
        read: () => database.lookAtNumber(`select count(*) as value from broadcasts where state = 'RUNNING'`),
      },
    ],
    tasks: () => ({ [BROADCAST]: sendBroadcast(database, { sender, tell, onTrouble }) }),
    sweep: () => moveOnSilent(database),
    past: { broadcasts: `ended_at < now() - interval '90 days'` },
  };
}
