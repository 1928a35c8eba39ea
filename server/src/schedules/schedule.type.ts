import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Paged } from '../platform/graphql/admission/field-cost.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import { PageInfo } from '../platform/graphql/page-info.type.ts';
import { ScheduledState, type Scheduled } from './scheduled.ts';

registerEnumType(ScheduledState, {
  name: 'ScheduledState',
  description: 'What became of something that is, or was, to be sent later.',
  valuesConfig: {
    WAITING: { description: 'It is sent at its moment, or within seconds after that.' },
    SENT: { description: 'It was sent.' },
    CANCELLED: { description: 'Its sender took it back before.' },
    FAILED: { description: 'It could not be sent when it was due, and is not tried again.' },
  },
});

@ObjectType('Scheduled', {
  simpleResolvers: true,
  description:
    'A notification that is, or was, to be sent at a moment to come. Kept for 30 days after its end.',
})
export class ScheduledType implements Scheduled {
  @Field(() => ID, { description: 'For `cancelScheduled`; not the id of the notification.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it is due, by the clock of the database.' })
  at!: string;

  @Field(() => ScheduledState, { description: 'What became of it.' })
  state!: ScheduledState;

  @Field(() => ID, { description: 'To whom it is sent.' })
  recipientId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The notification that came of it; null where none did yet.',
  })
  notificationId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it could not be sent; null unless it is `FAILED`.',
  })
  failure!: string | null;

  @Field(() => DateTime, { description: 'When it was scheduled.' })
  createdAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Something scheduled and its place in the list.' })
export class ScheduledEdge {
  @Field(() => ScheduledType, { description: 'What is scheduled.' })
  node!: Scheduled;

  @Field(() => String, { description: 'Its place, for `after`.' })
  cursor!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A stretch of what is scheduled: what is due first comes first.',
})
export class ScheduledConnection {
  @Paged()
  @Field(() => [ScheduledEdge], { description: 'What is due first comes first.' })
  edges!: ScheduledEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to scheduleNotification and cancelScheduled.' })
export class ScheduledPayload {
  @Field(() => ScheduledType, { description: 'As it is now.' })
  scheduled!: Scheduled;
}
