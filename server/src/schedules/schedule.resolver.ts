import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { PageOf } from '../platform/graphql/admission/field-cost.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, pageArguments } from '../platform/graphql/page-arguments.ts';
import { CreateNotificationInput } from '../sending/send.type.ts';
import type { Context } from '../users/context.ts';
import { CREATE_NOTIFICATIONS, senderOf } from '../users/viewer.ts';
import type { ScheduledPage, ScheduleReader } from './schedule.reader.ts';
import type { ScheduleService } from './schedule.service.ts';
import { ScheduledConnection, ScheduledPayload } from './schedule.type.ts';
import { ScheduledState } from './scheduled.ts';

@Resolver()
export class ScheduleResolver {
  constructor(
    private readonly schedules: ScheduleService,
    private readonly reader: ScheduleReader,
  ) {}

  @Authorized(CREATE_NOTIFICATIONS)
  @PageOf(DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
  @Query(() => ScheduledConnection, {
    name: 'scheduled',
    description:
      'What the calling service has scheduled, due first comes first: what waits, and before it what failed. Takes a service’s token, or an admin’s. Errors: BAD_USER_INPUT.',
  })
  page(
    @Ctx() { viewer }: Context,
    @Arg('first', () => Int, { nullable: true, description: '1 to 100, 20 if not said.' })
    first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what is due after this cursor.' })
    after?: string | null,
    @Arg('state', () => ScheduledState, {
      nullable: true,
      description: 'Only these; what is `WAITING` or `FAILED` if not said.',
    })
    state?: ScheduledState | null,
  ): Promise<ScheduledPage> {
    const { size, cursor } = pageArguments({ first, after });
    return this.reader.page(senderOf(viewer!), size, cursor, state ?? null);
  }

  @Authorized(CREATE_NOTIFICATIONS)
  @Mutation(() => ScheduledPayload, {
    nullable: true,
    description:
      'As createNotification, at a moment to come or within seconds after it. What is said is looked at now and again then: what cannot be sent any more (`FAILED`) is listed with the reason. A key is one for both: used twice here it is the same `id`, and what it has sent already is not sent again. Takes a service’s token, or an admin’s. Errors: BAD_USER_INPUT, CONFLICT (key used with another body or moment), RATE_LIMITED (as many of the service wait as may).',
  })
  async scheduleNotification(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CreateNotificationInput, { description: 'What is said, and to whom.' })
    input: CreateNotificationInput,
    @Arg('at', () => DateTime, { description: 'When: in the future, a year ahead at most.' }) at: string,
  ): Promise<ScheduledPayload> {
    return { scheduled: await this.schedules.schedule(senderOf(viewer!), input.recipientId, input, at) };
  }

  @Authorized(CREATE_NOTIFICATIONS)
  @Mutation(() => ScheduledPayload, {
    nullable: true,
    description:
      'Takes back what the calling service has scheduled; what failed leaves the list. Twice is once; its key stays used. Takes a service’s token, or an admin’s. Errors: NOT_FOUND, CONFLICT (it was sent).',
  })
  async cancelScheduled(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: 'As scheduleNotification gave it.' }) id: string,
  ): Promise<ScheduledPayload> {
    return { scheduled: await this.schedules.cancel(senderOf(viewer!), id) };
  }
}
