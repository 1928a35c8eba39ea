import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver, Subscription } from 'type-graphql';
import { auditActorOf } from '../audit/audit-actor.ts';
import { PageOf } from '../platform/graphql/admission/field-cost.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, pageArguments } from '../platform/graphql/page-arguments.ts';
import { STREAM } from '../platform/graphql/stream.ts';
import type { Context } from '../users/context.ts';
import { CREATE_NOTIFICATIONS, senderOf } from '../users/viewer.ts';
import { BroadcastProgress, type Hints } from './broadcast-progress.ts';
import type { Broadcast } from './broadcast.ts';
import type { BroadcastService } from './broadcast.service.ts';
import {
  BroadcastConnection,
  BroadcastPayload,
  BroadcastType,
  CreateBroadcastInput,
} from './broadcast.type.ts';

const WHO = "Takes a service's token, or an admin's.";

@Resolver()
export class BroadcastResolver {
  constructor(
    private readonly service: BroadcastService,
    private readonly hintsOf: (id: string, onHint: () => void) => Hints,
  ) {}

  @Authorized(CREATE_NOTIFICATIONS)
  @Mutation(() => BroadcastPayload, {
    nullable: true,
    description: `Sends the same notification to a whole audience, in the background: 500 at a time, each of them once, also when a server is killed meanwhile. 20 of one sender run at a time. ${WHO} Errors: BAD_USER_INPUT, CONFLICT (key used with another body), RATE_LIMITED.`,
  })
  async createBroadcast(
    @Ctx() context: Context,
    @Arg('input', () => CreateBroadcastInput, { description: 'What is said, and to whom.' })
    input: CreateBroadcastInput,
  ): Promise<BroadcastPayload> {
    const by = auditActorOf(context);
    return { broadcast: await this.service.create(senderOf(context.viewer!), input, by) };
  }

  @Authorized(CREATE_NOTIFICATIONS)
  @Mutation(() => BroadcastPayload, {
    nullable: true,
    description: `Stops one of the caller’s broadcasts after the 500 recipients whose turn it is. Who has it keeps it. Twice is once. ${WHO} Errors: NOT_FOUND, CONFLICT (it has ended otherwise).`,
  })
  async cancelBroadcast(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Which broadcast.' }) id: string,
  ): Promise<BroadcastPayload> {
    const by = auditActorOf(context);
    return { broadcast: await this.service.cancel(senderOf(context.viewer!), id, by) };
  }

  @Authorized(CREATE_NOTIFICATIONS)
  @Query(() => BroadcastType, {
    nullable: true,
    description: `One of the caller’s broadcasts. ${WHO} Errors: NOT_FOUND.`,
  })
  broadcast(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: 'Which broadcast.' }) id: string,
  ): Promise<Broadcast> {
    return this.service.own(senderOf(viewer!), id);
  }

  @Authorized(CREATE_NOTIFICATIONS)
  @PageOf(DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
  @Query(() => BroadcastConnection, {
    description: `The caller’s broadcasts, newest first. ${WHO} Errors: BAD_USER_INPUT.`,
  })
  broadcasts(
    @Ctx() { viewer }: Context,
    @Arg('first', () => Int, { nullable: true, description: '1 to 100, 20 if not said.' })
    first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what is older than this cursor.' })
    after?: string | null,
  ): Promise<BroadcastConnection> {
    const { size, cursor } = pageArguments({ first, after });
    return this.service.page(senderOf(viewer!), size, cursor);
  }

  @Authorized(CREATE_NOTIFICATIONS)
  @Subscription(() => BroadcastType, {
    description: `One of the caller’s broadcasts: as it is, then a few times a second as it becomes, and at last as it has ended. ${WHO} Errors: NOT_FOUND.`,
    ...STREAM,
  })
  async broadcastProgress(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: 'Which broadcast.' }) id: string,
  ): Promise<AsyncIterable<Broadcast>> {
    const sender = senderOf(viewer!);
    const { id: known } = await this.service.own(sender, id);
    return new BroadcastProgress(
      () => this.service.find(sender, known),
      (onHint) => this.hintsOf(known, onHint),
    );
  }
}
