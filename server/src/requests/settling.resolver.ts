import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { BulkPayload } from '../inbox/inbox-payloads.type.ts';
import { SubjectRef } from '../inbox/notification.type.ts';
import type { Context } from '../users/context.ts';
import type { Settling } from './settling.ts';

/** What ends a question besides its answer. */
@Resolver()
export class SettlingResolver {
  constructor(private readonly settling: Settling) {}

  @Authorized()
  @Mutation(() => BulkPayload, {
    nullable: true,
    description:
      'The caller has the thing itself before them: their own notifications about it are read and settled, on every device, and no e-mail comes of them. For a page that is really seen, not for one that is only fetched. Twice is once; nothing is about a thing that is not there, or a type that is not known. Errors: BAD_USER_INPUT.',
  })
  openSubject(
    @Ctx() { viewer }: Context,
    @Arg('subject', () => SubjectRef, { description: 'What was opened.' }) subject: SubjectRef,
  ): Promise<BulkPayload> {
    return this.settling.settleOpened(viewer!.id, subject);
  }
}
