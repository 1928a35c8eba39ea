import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { auditActorOf } from '../audit/audit-actor.ts';
import { PageOf } from '../platform/graphql/admission/field-cost.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, pageArguments } from '../platform/graphql/page-arguments.ts';
import type { Context } from '../users/context.ts';
import { Role } from '../users/role.ts';
import { SCOPES } from '../users/viewer.ts';
import type { ServiceKeyList } from './service-key.list.ts';
import { ServiceKeyConnection, ServiceKeyPayload } from './service-key.type.ts';
import { MAX_KEYS, MAX_REQUESTS_PER_MINUTE, type ServiceKeyService } from './service-key.service.ts';

/** Keys of services, as admins make and revoke them. Every replica knows of it within two seconds; this one at once. */
@Resolver()
export class ServiceKeyResolver {
  constructor(
    private readonly keys: ServiceKeyService,
    private readonly list: ServiceKeyList,
  ) {}

  @Authorized(Role.ADMIN)
  @PageOf(DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
  @Query(() => ServiceKeyConnection, {
    description:
      'Keys of all services, newest first; those that were revoked or have expired for 400 days more. Admins only. Errors: BAD_USER_INPUT.',
  })
  serviceKeys(
    @Ctx() { viewer }: Context,
    @Arg('first', () => Int, { nullable: true, description: '1 to 100, 20 if not said.' })
    first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what is older than this cursor.' })
    after?: string | null,
    @Arg('service', () => String, { nullable: true, description: 'Only those of this service.' })
    service?: string | null,
  ): Promise<ServiceKeyConnection> {
    const { size, cursor } = pageArguments({ first, after });
    return this.list.page(viewer!.id, service ?? null, size, cursor);
  }

  @Authorized(Role.ADMIN)
  @Mutation(() => ServiceKeyPayload, {
    nullable: true,
    description: `Makes a key for a service, and shows it this once. All keys of a service are the same service: they share its notifications and idempotency keys. To rotate, make a second one, and revoke the first when it is not used any more. ${MAX_KEYS} at a time for each service. Admins only. Errors: BAD_USER_INPUT.`,
  })
  createServiceKey(
    @Ctx() context: Context,
    @Arg('service', () => String, {
      description: 'The service, as the `sub` of its tokens would name it; 255 characters at most.',
    })
    service: string,
    @Arg('name', () => String, { description: 'What the key is for; 100 characters at most.' }) name: string,
    @Arg('scopes', () => [String], {
      description: `What it may do, one at least: ${SCOPES.map((scope) => `\`${scope}\``).join(', ')}.`,
    })
    scopes: string[],
    @Arg('expiresAt', () => DateTime, {
      nullable: true,
      description: 'When it ends by itself; never if not said.',
    })
    expiresAt?: string | null,
    @Arg('requestsPerMinute', () => Int, {
      nullable: true,
      description: `How many operations a minute it may ask for: 1 to ${MAX_REQUESTS_PER_MINUTE}; without a limit if not said. Beyond it: RATE_LIMITED.`,
    })
    requestsPerMinute?: number | null,
  ): Promise<ServiceKeyPayload> {
    const wanted = { service, name, scopes, expiresAt, requestsPerMinute };
    return this.keys.create(auditActorOf(context), wanted);
  }

  @Authorized(Role.ADMIN)
  @Mutation(() => ServiceKeyPayload, {
    nullable: true,
    description:
      'Ends a key on every replica, and closes its sockets (4403). What it has sent stays, and what its service has begun goes on. Twice is once. Admins only. Errors: NOT_FOUND.',
  })
  async revokeServiceKey(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'One of `serviceKeys`.' }) id: string,
  ): Promise<ServiceKeyPayload> {
    return { serviceKey: await this.keys.revoke(auditActorOf(context), id), secret: null };
  }
}
