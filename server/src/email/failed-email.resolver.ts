import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { auditActorOf } from '../audit/audit-actor.ts';
import { PageOf } from '../platform/graphql/admission/field-cost.ts';
import { MAX_PAGE_SIZE, pageArguments, DEFAULT_PAGE_SIZE } from '../platform/graphql/page-arguments.ts';
import type { Context } from '../users/context.ts';
import { Role } from '../users/role.ts';
import { FailedEmailConnection, RetryFailedEmailsPayload } from '../delivery/delivery.type.ts';
import type { FailedEmailService } from './failed-email.service.ts';

@Resolver()
export class FailedEmailResolver {
  constructor(private readonly failed: FailedEmailService) {}

  @Authorized(Role.ADMIN)
  @PageOf(DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
  @Query(() => FailedEmailConnection, {
    description:
      'E-mails that could not be sent and are not tried again by themselves, newest first; kept for 90 days. Admins only. Errors: BAD_USER_INPUT.',
  })
  failedEmails(
    @Ctx() { viewer }: Context,
    @Arg('first', () => Int, { nullable: true, description: '1 to 100, 20 if not said.' })
    first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what is older than this cursor.' })
    after?: string | null,
  ): Promise<FailedEmailConnection> {
    const { size, cursor } = pageArguments({ first, after });
    return this.failed.page(viewer!.id, size, cursor);
  }

  @Authorized(Role.ADMIN)
  @Mutation(() => RetryFailedEmailsPayload, {
    nullable: true,
    description:
      'Tries failed e-mails again, without what was read meanwhile. Ids of others change nothing, so it may be repeated. Admins only. Errors: BAD_USER_INPUT.',
  })
  async retryFailedEmails(
    @Ctx() context: Context,
    @Arg('ids', () => [ID], { description: '1 to 200 ids of `failedEmails`.' }) ids: string[],
  ): Promise<RetryFailedEmailsPayload> {
    return { retriedCount: await this.failed.retry(auditActorOf(context), ids) };
  }
}
