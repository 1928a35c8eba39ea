import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { AtMost } from '../../platform/graphql/admission/field-cost.ts';
import type { Context } from '../../users/context.ts';
import type { FollowedTopics } from './followed-topics.ts';
import { MAX_OPEN_TOPICS } from './topic.service.ts';
import { FollowPayload, TopicType } from './topic.type.ts';

/** What readers do with topics that are open to them. */
@Resolver()
export class FollowingResolver {
  constructor(private readonly followed: FollowedTopics) {}

  @Authorized()
  @AtMost(MAX_OPEN_TOPICS)
  @Query(() => [TopicType], { description: 'What the caller may follow, by name; 200 at most.' })
  openTopics(@Ctx() { viewer }: Context): Promise<TopicType[]> {
    return this.followed.of(viewer!.id);
  }

  @Authorized()
  @Mutation(() => FollowPayload, {
    nullable: true,
    description:
      'The caller gets what is sent to the topic from now on. Twice is once. Errors: NOT_FOUND (also for one that is not open).',
  })
  async followTopic(
    @Ctx() { viewer }: Context,
    @Arg('topic', () => String, { description: 'Its name.' }) topic: string,
  ): Promise<FollowPayload> {
    return { topic: await this.followed.follow(viewer!.id, topic) };
  }

  @Authorized()
  @Mutation(() => FollowPayload, {
    nullable: true,
    description:
      'The caller gets no more of what is sent to the topic, also where a service had added them. Twice is once. Errors: NOT_FOUND (also for one that is not open).',
  })
  async unfollowTopic(
    @Ctx() { viewer }: Context,
    @Arg('topic', () => String, { description: 'Its name.' }) topic: string,
  ): Promise<FollowPayload> {
    return { topic: await this.followed.unfollow(viewer!.id, topic) };
  }
}
