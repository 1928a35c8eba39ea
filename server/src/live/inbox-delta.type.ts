import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Delta } from '../inbox/delta.ts';
import { InboxCountsType } from '../inbox/inbox.type.ts';
import type { NotificationRow } from '../inbox/notification.row.ts';
import { NotificationType } from '../inbox/notification.type.ts';
import { Paged } from '../platform/graphql/admission/field-cost.ts';

@ObjectType('InboxDelta', {
  simpleResolvers: true,
  description:
    'What changed in an inbox after a seq: current rows, so that applying one twice does no harm. Go on from `toSeq`.',
})
export class InboxDeltaType implements Pick<Delta, 'fromSeq' | 'toSeq' | 'hasMore' | 'resync'> {
  @Field(() => String, { description: 'The epoch that the seqs belong to.' })
  epoch!: string;

  @Field(() => Int, { description: 'The seq that it begins after.' })
  fromSeq!: number;

  @Field(() => Int, { description: 'The seq that it reaches. A seq is never split between two deltas.' })
  toSeq!: number;

  @Paged()
  @Field(() => [NotificationType], {
    description: 'Added or changed, by their last change; archived and snoozed ones too.',
  })
  upserted!: NotificationRow[];

  @Paged()
  @Field(() => [ID], { description: 'Gone, unless a later change brings them back.' })
  removedIds!: string[];

  @Field(() => InboxCountsType, { description: 'The newest counters.' })
  counts!: InboxCountsType;

  @Field(() => Boolean, { description: 'There is more: ask again from `toSeq`.' })
  hasMore!: boolean;

  @Field(() => Boolean, {
    description:
      'The changes cannot be told one by one (another epoch, a seq that is not kept, over 200 rows or 256 kB at one seq): drop what you hold, read pages, and go on from the first page’s `inbox.counts.seq`.',
  })
  resync!: boolean;
}
