import { Field, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../platform/graphql/node.type.ts';

@ObjectType('InboxCounts', {
  simpleResolvers: true,
  description:
    'The counters of an inbox at one moment. Replace them as a whole; within an epoch the newest seq wins.',
})
export class InboxCountsType {
  @Field(() => String, {
    description:
      'Changes when the database went back in time (failover, restore): then read everything anew.',
  })
  epoch!: string;

  @Field(() => Int, { description: "The inbox's change counter." })
  seq!: number;

  @Field(() => Int, { description: 'In the inbox and not read: what is archived or snoozed does not count.' })
  unread!: number;

  @Field(() => Int, { description: 'Unread, and added after the panel was last opened.' })
  unseen!: number;
}

@ObjectType('Inbox', {
  simpleResolvers: true,
  implements: NodeType,
  description: "A user's inbox: one each, the anchor of a normalised cache.",
})
export class InboxType extends NodeType {
  @Field(() => InboxCountsType, { description: 'Its counters.' })
  counts!: InboxCountsType;
}
