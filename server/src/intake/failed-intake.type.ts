import { Field, ID, ObjectType } from 'type-graphql';
import { LongText, Paged } from '../platform/graphql/admission/field-cost.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import { PageInfo } from '../platform/graphql/page-info.type.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'A notification that a host has sent in SQL and that cannot be sent.',
})
export class FailedIntake {
  @Field(() => ID, { description: 'For `sendIntakeAgain`.' })
  id!: string;

  @Field(() => ID, { description: 'What `carillon.notify` has returned for it.' })
  intakeId!: string;

  @Field(() => String, { description: 'Which service sent it.' })
  service!: string;

  @Field(() => ID, { description: 'For whom it was.' })
  recipientId!: string;

  @Field(() => String, { description: 'Of which type it was.' })
  type!: string;

  @Field(() => String, {
    description: 'What createNotification would have answered: BAD_USER_INPUT, CONFLICT …',
  })
  code!: string;

  @LongText(2_000)
  @Field(() => String, { description: 'Why, in words.' })
  reason!: string;

  @Field(() => DateTime, { description: 'When the host sent it.' })
  createdAt!: string;

  @Field(() => DateTime, { description: 'When it was tried.' })
  failedAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What could not be sent and its place in the list.' })
export class FailedIntakeEdge {
  @Field(() => FailedIntake, { description: 'What could not be sent.' })
  node!: FailedIntake;

  @Field(() => String, { description: 'Its place, for `after`.' })
  cursor!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A stretch of what could not be sent, newest first.' })
export class FailedIntakeConnection {
  @Paged()
  @Field(() => [FailedIntakeEdge], { description: 'Newest first.' })
  edges!: FailedIntakeEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to sendIntakeAgain.' })
export class SendIntakeAgainPayload {
  @Field(() => ID, { description: 'What is tried again: what `carillon.notify` has returned for it.' })
  intakeId!: string;
}
