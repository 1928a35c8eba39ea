import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { AtMost } from '../../platform/graphql/admission/field-cost.ts';
import type { InboxState } from '../inbox-state.ts';
import { InboxType } from '../inbox.type.ts';
import { NotificationFilter } from '../notification.type.ts';
import { InboxAct } from './inbox-act.ts';
import type { OfflineAct } from './merge.ts';
import { OverruledBecause } from './merge-rules.ts';

export const MAX_ACTS = 50;
export const MAX_NAMED = 200;

registerEnumType(OverruledBecause, {
  name: 'OverruledBecause',
  description: 'Why an act that was done offline was not done after all.',
  valuesConfig: {
    DELETED: { description: 'It is there no more.' },
    ARCHIVED: { description: 'It was archived since.' },
    SNOOZED: { description: 'It was snoozed since; what was to be snoozed, for longer.' },
    RESTORED: { description: 'It was brought back since.' },
    GROWN: { description: 'It came to the top again since: there is more in it than the reader saw.' },
    CHANGED: { description: 'It was marked otherwise since.' },
    FULL: { description: 'As many are pinned as may be.' },
    EPOCH: { description: 'The server was restored since; nobody knows what the reader saw.' },
  },
});

@InputType({ description: 'Something that a reader did without a line to the server.' })
export class OfflineActInput implements OfflineAct {
  @Field(() => ID, { description: 'A UUID that its device has made up. The act is done once for each.' })
  id!: string;

  @Field(() => InboxAct, { description: 'What was done; of an undo: what is taken back.' })
  act!: InboxAct;

  @Field(() => ID, {
    nullable: true,
    description:
      'It takes back this act, which its device has done before: what that changed is as it was, but for what was changed since. Nothing else is said then of what it is about.',
  })
  undoes?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Of `SNOOZE`, which needs it: a year ahead at most. It may be over by now.',
  })
  until?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: `To these; ${MAX_NAMED} at most in all acts of a call. Null: to all that the filter lets through, but for \`PIN\`.`,
  })
  ids?: string[] | null;

  @Field(() => NotificationFilter, { nullable: true, description: 'Without ids; the inbox if not said.' })
  filter?: NotificationFilter | null;

  @Field(() => Int, { nullable: true, description: 'Without ids: only up to this; `sawSeq` if not said.' })
  upToSeq?: number | null;

  @Field(() => String, { description: 'The `counts.epoch` that the reader saw.' })
  epoch!: string;

  @Field(() => Int, { description: 'The `counts.seq` that the reader saw.' })
  sawSeq!: number;
}

@ObjectType({ simpleResolvers: true, description: 'An act that was done offline, now that it is merged.' })
export class MergedActType {
  @Field(() => ID, { description: 'The id that its device gave it.' })
  actId!: string;

  @Field(() => Int, { description: 'How many notifications it changed.' })
  changedCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What an act that was done offline did not come to.' })
export class OverruledAct {
  @Field(() => ID, { description: 'The act.' })
  actId!: string;

  @Field(() => ID, { description: 'The notification that stays as it is.' })
  notificationId!: string;

  @Field(() => OverruledBecause, { description: 'Why.' })
  because!: OverruledBecause;
}

@ObjectType({ simpleResolvers: true, description: 'What became of acts that were done offline.' })
export class MergePayload {
  @AtMost(MAX_ACTS)
  @Field(() => [MergedActType], { description: 'Each of them, in their order.' })
  acts!: MergedActType[];

  @AtMost(MAX_NAMED)
  @Field(() => [OverruledAct], { description: 'What of them was overruled; all else is kept.' })
  overruled!: OverruledAct[];

  @Field(() => InboxType, { description: 'With the counters afterwards.' })
  inbox!: InboxState;
}
