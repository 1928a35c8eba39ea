import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Channel } from '../catalogue/category.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import { LongText, Paged } from '../platform/graphql/admission/field-cost.ts';
import { PageInfo } from '../platform/graphql/page-info.type.ts';
import { DeliveryReason } from './rules.ts';

/** How far a delivery is, as its reader is told. */
export enum DeliveryStatus {
  DELIVERED = 'DELIVERED',
  WAITING = 'WAITING',
  HELD = 'HELD',
  SENT = 'SENT',
  SKIPPED = 'SKIPPED',
  FAILED = 'FAILED',
}

registerEnumType(DeliveryStatus, {
  name: 'DeliveryStatus',
  description: 'How far a notification has come on a channel.',
  valuesConfig: {
    DELIVERED: { description: 'In the inbox.' },
    WAITING: { description: 'It is looked at when it is due: whether it is still unread, and wanted.' },
    HELD: { description: 'It was due, and waits longer.' },
    SENT: { description: 'The other side has taken it.' },
    SKIPPED: { description: 'It is not sent.' },
    FAILED: { description: 'The other side did not take it, and it is not tried again by itself.' },
  },
});

registerEnumType(DeliveryReason, {
  name: 'DeliveryReason',
  description: 'Why a delivery is as it is.',
  valuesConfig: {
    PREFERENCE_OFF: { description: 'The reader had the channel off for its category.' },
    MUTED: { description: 'The reader had muted what it is about.' },
    NO_ADDRESS: { description: 'No usable e-mail address of the reader is known.' },
    NOT_SET_UP: { description: 'This installation sends no e-mails.' },
    READ: { description: 'It was read before.' },
    ARCHIVED: { description: 'It was archived before.' },
    SNOOZED: { description: 'Its reader had snoozed it; when it comes back, this is decided anew.' },
    DELETED: { description: 'Its reader had deleted it, and has undone that since.' },
    SHOWN: { description: 'A page in view had shown it when it came.' },
    SETTLED: {
      description: 'What it asks for was decided before, or its reader had opened what it is about.',
    },
    EXPIRED: { description: 'What it says had ceased to mean anything; it is about to be removed.' },
    RETRACTED: { description: 'Its sender had taken it back.' },
    QUIET_HOURS: { description: "It waits for the end of the reader's quiet hours." },
    DO_NOT_DISTURB: { description: "It waits for the end of the reader's do-not-disturb." },
    CAP: { description: 'The reader has got as many e-mails as one may get in an hour.' },
    RETRYING: { description: 'It could not be sent; it is tried again.' },
    REFUSED: { description: 'The other side refused it for good.' },
    GAVE_UP: { description: 'It could not be sent, too often.' },
    UNSUBSCRIBED: { description: 'The reader ended e-mails of its category by the link in one of them.' },
  },
});

@ObjectType('Delivery', {
  simpleResolvers: true,
  description: 'What was decided about a notification on one channel, and why.',
})
export class DeliveryType {
  @Field(() => Channel, { description: 'The way.' })
  channel!: Channel;

  @Field(() => DeliveryStatus, { description: 'How far it is; on `IN_APP` always `DELIVERED`.' })
  status!: DeliveryStatus;

  @Field(() => DeliveryReason, {
    nullable: true,
    description:
      'Why, as it was decided; null where the status says it all. On `IN_APP`: why it did not ring when it came; null also where it is older than that is kept.',
  })
  reason!: DeliveryReason | null;

  @Field(() => DeliveryReason, {
    nullable: true,
    description:
      'Which of the choices that the reader has made since would keep it back if it came now: `MUTED` or `PREFERENCE_OFF`; null: none.',
  })
  reasonNow!: DeliveryReason | null;

  @LongText(500)
  @Field(() => String, {
    nullable: true,
    description: 'What the other side said: the SMTP answer, 500 characters at most.',
  })
  detail!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided or sent.' })
  at!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it is looked at or tried next, while it is `WAITING` or `HELD`.',
  })
  dueAt!: string | null;
}

@ObjectType('FailedEmail', {
  simpleResolvers: true,
  description:
    'An e-mail that could not be sent and is not tried again by itself. What is in it is its reader’s.',
})
export class FailedEmailType {
  @Field(() => ID, { description: 'For `retryFailedEmails`; also in the e-mail’s `Message-ID`.' })
  id!: string;

  @Field(() => ID, { description: 'To whom it was to go.' })
  userId!: string;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @LongText(500)
  @Field(() => String, {
    nullable: true,
    description: 'What the other side said last, 500 characters at most.',
  })
  answer!: string | null;

  @Field(() => DateTime, { description: 'When it was first to be sent.' })
  createdAt!: string;

  @Field(() => Int, { description: 'How many notifications are in it.' })
  notificationCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A failed e-mail and its place in the list.' })
export class FailedEmailEdge {
  @Field(() => FailedEmailType, { description: 'The e-mail.' })
  node!: FailedEmailType;

  @Field(() => String, { description: 'Its place, for `after`.' })
  cursor!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A stretch of failed e-mails, newest first.' })
export class FailedEmailConnection {
  @Paged()
  @Field(() => [FailedEmailEdge], { description: 'Newest first.' })
  edges!: FailedEmailEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to retryFailedEmails.' })
export class RetryFailedEmailsPayload {
  @Field(() => Int, { description: 'How many are tried again; others were not in the list of failed ones.' })
  retriedCount!: number;
}
