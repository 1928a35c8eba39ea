import {
  Arg,
  Authorized,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { JsonObject } from '../../platform/graphql/json-object.ts';
import type { Context } from '../../users/context.ts';
import { CREATE_NOTIFICATIONS, senderOf } from '../../users/viewer.ts';
import { correct, type Correction, type CorrectNeeds } from './correct.ts';

@InputType({
  description:
    'What was sent, by its id or its key, and what it is to say. What is not said, or null, stays as it is.',
})
export class CorrectNotificationInput implements Correction {
  @Field(() => ID, { nullable: true, description: 'The id of one. Either this or a key.' })
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The key that it was sent with: all of them, to however many. Either this or an id.',
  })
  idempotencyKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Plain text, 1 to 200 characters. Where a declared type words it: together with `message`.',
  })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Plain text, 1 to 4,000 characters. Where a declared type words it: together with `title`.',
  })
  message?: string | null;

  @Field(() => String, { nullable: true, description: 'A path on this site or an https address.' })
  url?: string | null;

  @Field(() => JsonObject, {
    nullable: true,
    description:
      'The whole of it, 8 kB and 16 levels at most. Where a declared type words it: with all that its words need.',
  })
  data?: object | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it comes to the top, unread, and rings and is sent as what comes is; unless it was settled or taken back. False if not said: it stays where it is.',
  })
  ringsAgain?: boolean | null;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to correctNotification.' })
export class CorrectPayload {
  @Field(() => Int, {
    description:
      'How many say something else than before the call; what said just this already is not counted.',
  })
  correctedCount!: number;
}

@Resolver()
export class CorrectResolver {
  constructor(private readonly needs: CorrectNeeds) {}

  @Authorized(CREATE_NOTIFICATIONS)
  @Mutation(() => CorrectPayload, {
    nullable: true,
    description:
      'Says anew what the calling service has sent: the same notifications, marked as edited (`editedAt`), on every device, in search, and in what was not sent yet. Twice is once. 500 inboxes at a time: a call that was cut off is finished by repeating it. Takes a service’s token, or an admin’s. Errors: BAD_USER_INPUT, NOT_FOUND.',
  })
  async correctNotification(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CorrectNotificationInput, { description: 'What is to be said, and where.' })
    input: CorrectNotificationInput,
  ): Promise<CorrectPayload> {
    return { correctedCount: await correct(senderOf(viewer!), input, this.needs) };
  }
}
