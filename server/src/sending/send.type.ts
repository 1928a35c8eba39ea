import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Severity } from '../inbox/severity.ts';
import { JsonObject } from '../platform/graphql/json-object.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import { ActorInput } from '../requests/actor.type.ts';
import { ActionInput } from '../requests/action.type.ts';
import type { SendInput } from './content.ts';
import type { Receipt } from './idempotency.ts';

@InputType({ description: 'What a notification is about: (type, id) is its identity in this deployment.' })
export class SubjectInput {
  @Field(() => String, { description: 'What kind of thing, as its host calls it: 100 characters at most.' })
  type!: string;

  @Field(() => ID, { description: 'Its id among those of its type: 255 characters at most.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How it is called: plain text, 200 characters at most.',
  })
  label?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is: a path on this site or an https address.',
  })
  url?: string | null;
}

@InputType({ description: 'What a notification says, whoever gets it.' })
export abstract class ContentInput implements SendInput {
  @Field(() => String, { description: 'What happened, as a name for programs: 100 characters at most.' })
  type!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "How it is filed: 100 characters at most. The type's own category if not said, else `general`.",
  })
  category?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Plain text, 1 to 200 characters, for readers of every language. Left out together with `message` where the type is declared: then each reads its words in their own language, at the moment of reading.',
  })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Plain text, 1 to 4,000 characters; left out together with `title`.',
  })
  message?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A path on this site (`/applications/…`) or an https address. Where a declared type words it: that of its wording if not said.',
  })
  url?: string | null;

  @Field(() => SubjectInput, { nullable: true, description: 'What it is about.' })
  subject?: SubjectInput | null;

  @Field(() => ActorInput, { nullable: true, description: 'Who did what it tells.' })
  actor?: ActorInput | null;

  @Field(() => Severity, {
    nullable: true,
    description:
      'That of its declared type if not said, else `NORMAL`. It passes nothing that the recipient chose; a critical category does.',
  })
  severity?: Severity | null;

  @Field(() => JsonObject, {
    nullable: true,
    description:
      'Whatever programs that read it need, and what the wording of its type is filled in with: 8 kB and 16 levels at most. It comes back equal as JSON.',
  })
  data?: object | null;

  @Field(() => String, {
    nullable: true,
    description: 'A picture of it: an https address. Shown where the operator allows its host.',
  })
  imageUrl?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it ceases to mean anything: in the future, ten years ahead at most. It is removed within a minute of that, read or not, answered or not, and out of the counters; what of it waits on other channels is not sent. A key that was used before answers also after it.',
  })
  expiresAt?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Makes repeating safe: the same key with the same body has one effect. 255 characters at most; kept for 30 days at least.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'The same, where it may ask for something or join others.' })
abstract class MessageInput extends ContentInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Short for a subject of the type `application`, which must be there.',
  })
  applicationId?: string | null;

  @Field(() => [ActionInput], {
    nullable: true,
    description:
      'What can be done about it without opening anything: 4 at most. Whoever does one of them first has done it for all who were asked.',
  })
  actions?: ActionInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Who is asked the same thing: all with one service, subject and this key. Not said: the recipients of this call. 255 characters at most.',
  })
  requestKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What it has in common with others, in place of its subject: events to one recipient with one service, type and this key become one row that grows, within its type's `groupMinutes`, or 60 minutes if the type has none. A call is one event for each of its recipients, so several events are several calls. Not with `actions` or `requestKey`. 255 characters at most.",
  })
  groupKey?: string | null;
}

@InputType({ description: 'A notification for one user.' })
export class CreateNotificationInput extends MessageInput {
  @Field(() => ID, {
    description:
      "The recipient's id: the `sub` of their tokens. They need not have been here before. It may look like an e-mail address, but may not be another user's.",
  })
  recipientId!: string;
}

@InputType({ description: 'The same notification for many users.' })
export class CreateNotificationsInput extends MessageInput {
  @Field(() => [ID], { description: '1 to 10,000 ids; one that stands there twice counts once.' })
  recipientIds!: string[];
}

@ObjectType('NotificationReceipt', {
  simpleResolvers: true,
  description: "What a sender may know of the recipient's notification.",
})
export class ReceiptType implements Receipt {
  @Field(() => ID, { description: 'UUIDv7 of the notification: of the one that grew, if it joined one.' })
  id!: string;

  @Field(() => Int, { description: "The recipient's inbox's seq when it was added, or grew." })
  seq!: number;

  @Field(() => DateTime, { description: 'When it was saved.' })
  createdAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to createNotification.' })
export class CreateNotificationPayload {
  @Field(() => ReceiptType, { description: 'What was saved, now or when the key was first used.' })
  notification!: ReceiptType;

  @Field(() => Boolean, { description: 'False when the idempotency key was used before: nothing was added.' })
  created!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to createNotifications.' })
export class CreateNotificationsPayload {
  @Field(() => Int, { description: 'How many distinct recipients it has; the same when a key is repeated.' })
  createdCount!: number;
}
