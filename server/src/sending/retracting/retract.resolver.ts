import { Arg, Authorized, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { auditActorOf } from '../../audit/audit-actor.ts';
import type { Announce } from '../../inbox/delta.ts';
import { SubjectRef } from '../../inbox/notification.type.ts';
import type { Database } from '../../platform/postgres/database.ts';
import type { Context } from '../../users/context.ts';
import { CREATE_NOTIFICATIONS, senderOf } from '../../users/viewer.ts';
import { retract, type Retracted } from './retract.ts';

@ObjectType({ simpleResolvers: true, description: 'The answer to retractNotifications.' })
export class RetractPayload implements Retracted {
  @Field(() => Int, {
    description:
      'How many were removed by this call: nobody had seen them. Of a call that is repeated: the rest.',
  })
  retractedCount!: number;

  @Field(() => Int, { description: 'How many had been read, and stay.' })
  alreadyReadCount!: number;

  @Field(() => Int, {
    description: 'How many had been seen, or put away, and not read: they stay too, as `retractedAt` says.',
  })
  alreadySeenCount!: number;
}

@Resolver()
export class RetractResolver {
  constructor(
    private readonly database: Database,
    private readonly announce: Announce,
  ) {}

  @Authorized(CREATE_NOTIFICATIONS)
  @Mutation(() => RetractPayload, {
    nullable: true,
    description:
      'Takes back what the calling service has sent about a subject, or with a key. What was not seen yet is removed from every inbox, channel and device, and asked of nobody else; what was seen stays and says that it was taken back (`retractedAt`), and no e-mail, push or text message comes of it any more. 500 inboxes at a time: a call that was cut off is finished by repeating it. Twice is once. Takes a service’s token, or an admin’s. Errors: BAD_USER_INPUT.',
  })
  retractNotifications(
    @Ctx() context: Context,
    @Arg('subject', () => SubjectRef, {
      nullable: true,
      description: 'What it was about: all of it. Either this or a key.',
    })
    subject?: SubjectRef | null,
    @Arg('idempotencyKey', () => String, {
      nullable: true,
      description:
        'The key that it was sent with, to however many. A row that stands for several events stays. Either this or a subject.',
    })
    idempotencyKey?: string | null,
  ): Promise<Retracted> {
    const service = senderOf(context.viewer!);
    const name = { subject, idempotencyKey };
    return retract(this.database, this.announce, service, name, auditActorOf(context));
  }
}
