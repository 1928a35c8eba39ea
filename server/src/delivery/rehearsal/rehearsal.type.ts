import { Field, Int, ObjectType } from 'type-graphql';
import { Channel } from '../../catalogue/category.ts';
import type { NotificationRow } from '../../inbox/notification.row.ts';
import { NotificationType } from '../../inbox/notification.type.ts';
import { AtMost } from '../../platform/graphql/admission/field-cost.ts';
import { DAYS, MOST } from './past.reader.ts';
import { MAX_EXAMPLES } from './summary.ts';

@ObjectType('ChannelRehearsal', {
  simpleResolvers: true,
  description: 'What a change would have made of one channel. It counts notifications, not messages.',
})
export class ChannelRehearsalType {
  @Field(() => Channel, { description: 'The channel.' })
  channel!: Channel;

  @Field(() => Int, {
    description: 'How many would have come by it that did not; pushes also where a page in view showed them.',
  })
  moreCount!: number;

  @Field(() => Int, { description: 'How many would not have come by it that did.' })
  fewerCount!: number;

  @Field(() => Int, { description: 'How many of these the caller read, opened or answered.' })
  fewerReadCount!: number;

  @Field(() => Int, { description: 'How many would have come by it at another time, by a minute or more.' })
  movedCount!: number;

  @Field(() => Int, {
    description:
      'Of how many that cannot be said: the choices of that time do not explain what became of them, as where they are not known any more, or it is still open.',
  })
  unknownCount!: number;
}

@ObjectType('Rehearsal', {
  simpleResolvers: true,
  description: `What the last ${DAYS} days would have been with a change, by the decisions that deliver. What came together in one message, and how many may come in an hour, is left out.`,
})
export class RehearsalType {
  @Field(() => Int, { description: 'How many days back were looked at.' })
  days!: number;

  @Field(() => Int, { description: `How many notifications were: the newest ${MOST} at most.` })
  lookedAtCount!: number;

  @Field(() => Boolean, { description: 'Whether these are all of those days.' })
  isComplete!: boolean;

  @AtMost(Object.keys(Channel).length)
  @Field(() => [ChannelRehearsalType], { description: 'Each channel that there is here once.' })
  channels!: ChannelRehearsalType[];

  @AtMost(MAX_EXAMPLES)
  @Field(() => [NotificationType], {
    description: `Of those that would not have come ${MAX_EXAMPLES} at most that the caller answered, opened or read.`,
  })
  examples!: NotificationRow[];
}
