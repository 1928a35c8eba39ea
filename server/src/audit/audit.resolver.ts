import { Arg, Authorized, Ctx, Int, Query, Resolver } from 'type-graphql';
import { PageOf } from '../platform/graphql/admission/field-cost.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, pageArguments } from '../platform/graphql/page-arguments.ts';
import type { Context } from '../users/context.ts';
import { Role } from '../users/role.ts';
import { AuditEntryConnection } from './audit-entry.type.ts';
import type { AuditLog } from './audit-log.ts';

@Resolver()
export class AuditResolver {
  constructor(private readonly log: AuditLog) {}

  @Authorized(Role.ADMIN)
  @PageOf(DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
  @Query(() => AuditEntryConnection, {
    description:
      'What services, admins and operators did, newest first; kept for 400 days. Sending is not in it: notifications tell of that. Admins only. Errors: BAD_USER_INPUT.',
  })
  auditLog(
    @Ctx() { viewer }: Context,
    @Arg('first', () => Int, { nullable: true, description: '1 to 100, 20 if not said.' })
    first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what is older than this cursor.' })
    after?: string | null,
    @Arg('actor', () => String, {
      nullable: true,
      description: 'Only what they did: a user’s id, a service’s name, or `operator`, exactly.',
    })
    actor?: string | null,
    @Arg('act', () => String, {
      nullable: true,
      description: 'Only this act: the name of a mutation. One that is never kept gives nothing.',
    })
    act?: string | null,
  ): Promise<AuditEntryConnection> {
    const { size, cursor } = pageArguments({ first, after });
    return this.log.page(viewer!.id, { actor, act }, size, cursor);
  }
}
