import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { auditActorOf } from '../../audit/audit-actor.ts';
import { PageOf } from '../../platform/graphql/admission/field-cost.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, pageArguments } from '../../platform/graphql/page-arguments.ts';
import type { Context } from '../../users/context.ts';
import { senderOf, WRITE_TOPICS } from '../../users/viewer.ts';
import type { TopicMembers } from './topic-members.ts';
import type { TopicService } from './topic.service.ts';
import { DeclareTopicInput, RemoveTopicPayload, TopicMemberConnection, TopicPayload } from './topic.type.ts';

const WHO = "Takes a service's token with `topics:write` in its scope, or an admin's.";

/** What services do with topics. */
@Resolver(() => TopicPayload)
export class TopicResolver {
  constructor(
    private readonly topics: TopicService,
    private readonly members: TopicMembers,
  ) {}

  @Authorized(WRITE_TOPICS)
  @Mutation(() => TopicPayload, {
    nullable: true,
    description: `Makes a topic, or changes how it is called and whether readers may follow it by themselves. 200 can be open. Twice is once. ${WHO} Errors: BAD_USER_INPUT.`,
  })
  async declareTopic(
    @Ctx() context: Context,
    @Arg('input', () => DeclareTopicInput, { description: 'The topic, whole.' }) input: DeclareTopicInput,
  ): Promise<TopicPayload> {
    await this.topics.declare(input, auditActorOf(context));
    return { topic: input.name };
  }

  @Authorized(WRITE_TOPICS)
  @Mutation(() => RemoveTopicPayload, {
    nullable: true,
    description: `Ends a topic: nobody belongs to it any more. What was sent to it stays where it is. ${WHO} Errors: NOT_FOUND.`,
  })
  async removeTopic(
    @Ctx() context: Context,
    @Arg('topic', () => String, { description: 'Its name.' }) topic: string,
  ): Promise<RemoveTopicPayload> {
    await this.topics.remove(topic, auditActorOf(context));
    return { topic };
  }

  @Authorized(WRITE_TOPICS)
  @Mutation(() => TopicPayload, {
    nullable: true,
    description: `Has users belong to a topic, which is made, closed, if there is none. They need not have been here before. Twice is once; a call that was cut off is finished by repeating it. ${WHO} Errors: BAD_USER_INPUT.`,
  })
  async addToTopic(
    @Ctx() context: Context,
    @Arg('topic', () => String, { description: 'Its name: 1 to 100 characters.' }) topic: string,
    @Arg('userIds', () => [ID], { description: '1 to 10,000 ids of users.' }) userIds: string[],
  ): Promise<TopicPayload> {
    await this.members.add(topic, userIds, auditActorOf(context));
    return { topic };
  }

  @Authorized(WRITE_TOPICS)
  @Mutation(() => TopicPayload, {
    nullable: true,
    description: `Has users belong to a topic no longer. Twice is once. ${WHO} Errors: BAD_USER_INPUT, NOT_FOUND.`,
  })
  async removeFromTopic(
    @Ctx() context: Context,
    @Arg('topic', () => String, { description: 'Its name.' }) topic: string,
    @Arg('userIds', () => [ID], { description: '1 to 10,000 ids of users.' }) userIds: string[],
  ): Promise<TopicPayload> {
    await this.members.remove(topic, userIds, auditActorOf(context));
    return { topic };
  }

  @Authorized(WRITE_TOPICS)
  @PageOf(DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
  @Query(() => TopicMemberConnection, {
    description: `Who belongs to a topic, by their ids. ${WHO} Errors: BAD_USER_INPUT, NOT_FOUND.`,
  })
  topicMembers(
    @Ctx() { viewer }: Context,
    @Arg('topic', () => String, { description: 'Its name.' }) topic: string,
    @Arg('first', () => Int, { nullable: true, description: '1 to 100, 20 if not said.' })
    first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only who stands after this cursor.' })
    after?: string | null,
  ): Promise<TopicMemberConnection> {
    const { size, cursor } = pageArguments({ first, after });
    return this.members.page({ topic, readerId: senderOf(viewer!), size, after: cursor });
  }

  @FieldResolver(() => Int, { description: 'How many belong to it now.' })
  memberCount(@Root() { topic }: TopicPayload): Promise<number> {
    return this.members.count(topic);
  }
}
