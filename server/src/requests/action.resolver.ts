import { Arg, Authorized, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { auditActorOf } from '../audit/audit-actor.ts';
import { NotificationPayload } from '../inbox/inbox-payloads.type.ts';
import type { Marked } from '../inbox/inbox.service.ts';
import { SubjectRef } from '../inbox/notification.type.ts';
import { canonical, checkSubjectRef } from '../inbox/subject.ts';
import { badInput } from '../platform/errors.ts';
import { checkText, checkWord } from '../platform/input.ts';
import { MAX_REASON } from '../platform/text/limits.ts';
import type { Context } from '../users/context.ts';
import type { UserService } from '../users/user.service.ts';
import { CREATE_NOTIFICATIONS, senderOf } from '../users/viewer.ts';
import { ActorInput, actorOf } from './actor.type.ts';
import type { ActionService } from './action.service.ts';

@ObjectType({ simpleResolvers: true, description: 'The answer to settleNotifications.' })
export class SettlePayload {
  @Field(() => Int, { description: 'How many notifications asked for it.' })
  settledCount!: number;
}

/** What is asked, and how it is answered: once for all who were asked. */
@Resolver()
export class ActionResolver {
  constructor(
    private readonly actions: ActionService,
    private readonly users: UserService,
  ) {}

  @Authorized()
  @Mutation(() => NotificationPayload, {
    nullable: true,
    description:
      'Does one of the actions of a notification of the caller’s. The first of those who were asked decides; the others’ notifications tell it at once. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (somebody else was first; says who), and those of what it does.',
  })
  async performAction(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: "The notification's id." }) id: string,
    @Arg('actionId', () => ID, { description: 'One of its actions.' }) actionId: string,
    @Arg('comment', () => String, {
      nullable: true,
      description: '2,000 characters at most; only for an action that asks for one.',
    })
    comment?: string | null,
  ): Promise<Marked> {
    const [user] = await this.users.byIds([viewer!.id]);
    const by = { id: viewer!.id, name: user?.name ?? viewer!.id, imageUrl: null };
    return this.actions.perform(by, id, actionId, comment);
  }

  @Authorized(CREATE_NOTIFICATIONS)
  @Mutation(() => SettlePayload, {
    nullable: true,
    description:
      'It was decided elsewhere: what the calling service asks about the subject is read, has no actions any more, and no e-mail comes of it. Large ones go on after the answer. Twice is once. Takes a service’s token, or an admin’s. Errors: BAD_USER_INPUT.',
  })
  async settleNotifications(
    @Ctx() context: Context,
    @Arg('subject', () => SubjectRef, { description: 'What it was asked about.' }) subject: SubjectRef,
    @Arg('requestKey', () => String, {
      nullable: true,
      description: 'Only this request; everything that is asked about the subject if not said.',
    })
    requestKey?: string | null,
    @Arg('actionId', () => ID, {
      nullable: true,
      description: 'What was done, of the actions that were offered; those who were asked are told.',
    })
    actionId?: string | null,
    @Arg('actor', () => ActorInput, {
      nullable: true,
      description: 'Who did it; the service if not said. Only with an action.',
    })
    actor?: ActorInput | null,
    @Arg('comment', () => String, {
      nullable: true,
      description: '2,000 characters at most. Only with an action.',
    })
    comment?: string | null,
  ): Promise<SettlePayload> {
    checkSubjectRef(subject);
    if (requestKey != null) checkWord('requestKey', requestKey, 255);
    if (actionId == null && (actor != null || comment != null))
      throw badInput('actor and comment belong to an action', 'actionId');
    const viewer = context.viewer!;
    const asker = { service: senderOf(viewer), by: auditActorOf(context) };
    const how =
      actionId == null
        ? undefined
        : {
            actionId: checkWord('actionId', actionId, 100),
            by: actorOf(actor) ?? { id: null, name: viewer.name ?? viewer.id, imageUrl: null },
            comment: comment == null ? null : checkText('comment', comment, MAX_REASON),
          };
    return { settledCount: await this.actions.settle(asker, canonical(subject), requestKey ?? null, how) };
  }
}
