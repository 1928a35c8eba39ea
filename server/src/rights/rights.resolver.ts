import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { auditActorOf } from '../audit/audit-actor.ts';
import { forbidden, notFound } from '../platform/errors.ts';
import { checkWord } from '../platform/input.ts';
import type { Database } from '../platform/postgres/database.ts';
import type { Context } from '../users/context.ts';
import { Role } from '../users/role.ts';
import type { Erasures } from './erasures.ts';
import { EXPORT_PATH } from './export-route.ts';
import { EraseUserPayload, Erasure, UserExport } from './rights.type.ts';

@Resolver()
export class RightsResolver {
  constructor(
    private readonly database: Database,
    private readonly erasures: Erasures,
  ) {}

  @Authorized()
  @Query(() => UserExport, {
    description:
      'Where all that is kept of the caller can be had; of another user, for admins. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT.',
  })
  async exportUser(
    @Ctx() { viewer }: Context,
    @Arg('userId', () => ID, { nullable: true, description: 'Whose; the caller’s own if not said.' })
    userId?: string | null,
  ): Promise<UserExport> {
    if (userId == null || userId === viewer!.id) return { url: EXPORT_PATH };
    if (viewer!.role !== Role.ADMIN) throw forbidden(`This is for the role ${Role.ADMIN}`);
    checkWord('userId', userId, 255);
    const [inbox] = await this.database.query<{ id: string }>('select id from inbox where user_id = $1', [
      userId,
    ]);
    if (!inbox) throw notFound('User');
    return { url: `${EXPORT_PATH}?inboxId=${inbox.id}` };
  }

  @Authorized(Role.ADMIN)
  @Mutation(() => EraseUserPayload, {
    nullable: true,
    description:
      'Erases all that is kept of a user: at once their sessions end, their sockets close and nothing is sent to them any more; the rest follows by itself, until `finishedAt`. Others see what they did as done by nobody they know. Their id is then free: whoever comes with it is new. Twice is once. Admins only. Errors: BAD_USER_INPUT.',
  })
  async eraseUser(
    @Ctx() context: Context,
    @Arg('userId', () => ID, { description: 'Whom; also somebody who only did something in notifications.' })
    userId: string,
  ): Promise<EraseUserPayload> {
    return { erasure: await this.erasures.begin(userId, auditActorOf(context)) };
  }

  @Authorized(Role.ADMIN)
  @Query(() => Erasure, {
    description: 'How far an erasure is. Admins only. Errors: NOT_FOUND.',
  })
  erasure(@Arg('id', () => ID, { description: 'As `eraseUser` gave it.' }) id: string): Promise<Erasure> {
    return this.erasures.find(id);
  }
}
