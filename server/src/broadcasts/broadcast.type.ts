import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../platform/graphql/date-time.ts';
import { Paged } from '../platform/graphql/admission/field-cost.ts';
import { ExactlyOne } from '../platform/graphql/one-of.ts';
import { PageInfo } from '../platform/graphql/page-info.type.ts';
import { ContentInput } from '../sending/send.type.ts';
import { Role } from '../users/role.ts';
import type { AudienceGiven } from './audience.ts';
import { BroadcastState, type Broadcast } from './broadcast.ts';

registerEnumType(BroadcastState, {
  name: 'BroadcastState',
  description: 'How far a broadcast is. All but `RUNNING` are final.',
  valuesConfig: {
    RUNNING: { description: 'It is on its way, or waits for its turn.' },
    DONE: { description: 'Everybody for whom it is has it.' },
    CANCELLED: { description: 'It was stopped. Who had it by then keeps it.' },
    FAILED: { description: 'It cannot go on: see `reason`. Who had it by then keeps it.' },
  },
});

@ExactlyOne()
@InputType({ description: 'Whom something is for. Exactly one is said.' })
export class AudienceInput implements AudienceGiven {
  @Field(() => String, { nullable: true, description: 'Those who belong to a topic.' })
  topic?: string | null;

  @Field(() => Role, {
    nullable: true,
    description: 'Those who have a role, as their tokens have told it last.',
  })
  role?: Role | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'All users who were ever here, or were ever written to; `false` is refused.',
  })
  everybody?: boolean | null;
}

@InputType({ description: 'The same notification for a whole audience.' })
export class CreateBroadcastInput extends ContentInput {
  @Field(() => AudienceInput, {
    description:
      'Whom it is for: whoever belongs to it when the broadcast is created, and still does when their turn comes. Who comes to it later does not get it.',
  })
  audience!: AudienceInput;
}

@ObjectType('Broadcast', {
  simpleResolvers: true,
  description:
    'A notification on its way to an audience, as its sender sees it. Kept for 90 days after its end.',
})
export class BroadcastType implements Broadcast {
  @Field(() => ID, { description: 'UUIDv7, so ids sort as broadcasts were created.' })
  id!: string;

  @Field(() => BroadcastState, { description: 'How far it is.' })
  state!: BroadcastState;

  @Field(() => Int, { description: 'How many belonged to the audience when it was created.' })
  total!: number;

  @Field(() => Int, {
    description:
      'Of how many the turn has come. In the end less than `total` by those who have left meanwhile.',
  })
  done!: number;

  @Field(() => String, { nullable: true, description: 'Why it has failed, in words for its sender.' })
  reason!: string | null;

  @Field(() => DateTime, { description: 'When it was created.' })
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was done, cancelled, or failed.' })
  endedAt!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A broadcast after the change.' })
export class BroadcastPayload {
  @Field(() => BroadcastType, { description: 'As it is now.' })
  broadcast!: BroadcastType;
}

@ObjectType({ simpleResolvers: true, description: 'A broadcast and its place in the list.' })
export class BroadcastEdge {
  @Field(() => BroadcastType, { description: 'The broadcast.' })
  node!: BroadcastType;

  @Field(() => String, { description: 'Its place, for `after`.' })
  cursor!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A stretch of broadcasts, newest first.' })
export class BroadcastConnection {
  @Paged()
  @Field(() => [BroadcastEdge], { description: 'Newest first.' })
  edges!: BroadcastEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo;
}
