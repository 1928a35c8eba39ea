import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { auditActorOf } from '../audit/audit-actor.ts';
import { PageOf } from '../platform/graphql/admission/field-cost.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, pageArguments } from '../platform/graphql/page-arguments.ts';
import type { Context } from '../users/context.ts';
import { Role } from '../users/role.ts';
import type { FailedMessageService } from './failed-message.service.ts';
import { FailedWebhookMessageConnection, SendWebhookMessageAgainPayload } from './failed-message.type.ts';

@Resolver()
export class FailedMessageResolver {
  constructor(private readonly failed: FailedMessageService) {}

  @Authorized(Role.ADMIN)
  @PageOf(DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
  @Query(() => FailedWebhookMessageConnection, {
    description:
      'Messages to webhooks of all services that could not be sent and are not tried again by themselves, newest first; kept for 30 days. Admins only. Errors: BAD_USER_INPUT.',
  })
  failedWebhookMessages(
    @Ctx() { viewer }: Context,
    @Arg('first', () => Int, { nullable: true, description: '1 to 100, 20 if not said.' })
    first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what is older than this cursor.' })
    after?: string | null,
  ): Promise<FailedWebhookMessageConnection> {
    const { size, cursor } = pageArguments({ first, after });
    return this.failed.page(viewer!.id, size, cursor);
  }

  @Authorized(Role.ADMIN)
  @Mutation(() => SendWebhookMessageAgainPayload, {
    nullable: true,
    description:
      'Sends a failed message again, under the same `webhook-id`, with as many tries as at first. Admins only. Errors: NOT_FOUND (also for one that has not failed, or not any more), CONFLICT (its webhook is disabled).',
  })
  async sendWebhookMessageAgain(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'One of `failedWebhookMessages`.' }) id: string,
  ): Promise<SendWebhookMessageAgainPayload> {
    await this.failed.sendAgain(auditActorOf(context), id);
    return { messageId: id };
  }
}
