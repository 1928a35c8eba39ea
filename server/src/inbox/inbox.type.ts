import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../platform/graphql/admission/field-cost.ts';
import { NodeType } from '../platform/graphql/node.type.ts';

/** And the rest, as one. */
const MAX_CATEGORIES = 100;

@ObjectType('CategoryCount', { simpleResolvers: true, description: 'How many are unread of one category.' })
export class CategoryCount {
  @Field(() => String, { description: 'Its name; `other` for the rest.' })
  category!: string;

  @Field(() => Int, { description: 'At least 1.' })
  unread!: number;

  @Field(() => Boolean, {
    description: `Whether this is no category, but all that are unread of those beyond ${MAX_CATEGORIES}. It is called \`other\`, as a category may be.`,
  })
  isRest!: boolean;
}

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

  @AtMost(MAX_CATEGORIES + 1)
  @Field(() => [CategoryCount], {
    description: `\`unread\` by category: those that have any, most first, then by name; ${MAX_CATEGORIES} of them, and the rest last.`,
  })
  categories!: CategoryCount[];
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
