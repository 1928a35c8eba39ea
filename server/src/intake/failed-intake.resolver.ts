import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { auditActorOf } from '../audit/audit-actor.ts';
import { PageOf } from '../platform/graphql/admission/field-cost.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, pageArguments } from '../platform/graphql/page-arguments.ts';
import type { Context } from '../users/context.ts';
import { Role } from '../users/role.ts';
import type { FailedIntakeService } from './failed-intake.service.ts';
import { FailedIntakeConnection, SendIntakeAgainPayload } from './failed-intake.type.ts';

@Resolver()
export class FailedIntakeResolver {
  constructor(private readonly failed: FailedIntakeService) {}

  @Authorized(Role.ADMIN)
  @PageOf(DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
  @Query(() => FailedIntakeConnection, {
    description:
      'Notifications that hosts of all services have sent in SQL (`carillon.notify`) and that cannot be sent, newest first; kept for 30 days. Admins only. Errors: BAD_USER_INPUT.',
  })
  failedIntakes(
    @Ctx() { viewer }: Context,
    @Arg('first', () => Int, { nullable: true, description: '1 to 100, 20 if not said.' })
    first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what is older than this cursor.' })
    after?: string | null,
  ): Promise<FailedIntakeConnection> {
    const { size, cursor } = pageArguments({ first, after });
    return this.failed.page(viewer!.id, size, cursor);
  }

  @Authorized(Role.ADMIN)
  @Mutation(() => SendIntakeAgainPayload, {
    nullable: true,
    description:
      'Tries again to send what a host has sent in SQL, once what was in its way is mended. It comes after what is waiting already. Admins only. Errors: NOT_FOUND (also for one that has not failed, or not any more).',
  })
  async sendIntakeAgain(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'One of `failedIntakes`.' }) id: string,
  ): Promise<SendIntakeAgainPayload> {
    return { intakeId: await this.failed.sendAgain(id, auditActorOf(context)) };
  }
}
