import { Arg, Authorized, Ctx, FieldResolver, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { isOfEpoch, MAX_ROWS_AT_ONE_SEQ, resyncDelta, type Delta } from '../inbox/delta.ts';
import type { Feeds } from './feeds.ts';
import { STREAM } from '../platform/graphql/stream.ts';
import { PageOf } from '../platform/graphql/admission/field-cost.ts';
import { checkNumber } from '../platform/input.ts';
import type { Context } from '../users/context.ts';
import { InboxDeltaType } from './inbox-delta.type.ts';
import type { InboxChangeLog } from '../inbox/inbox.change-log.ts';
import { countsOf } from '../inbox/counts.ts';
import { InboxCountsType } from '../inbox/inbox.type.ts';
import type { NotificationRow } from '../inbox/notification.row.ts';
import { NotificationType } from '../inbox/notification.type.ts';

const MAX_SEQ = 2 ** 31 - 1;
const MAX_ROWS = 500;
const isInInbox = ({ archivedAt, snoozedUntil }: NotificationRow) =>
  archivedAt === null && snoozedUntil === null;

/** How an inbox is followed: what changed since, and what changes from now on. */
@Resolver(() => InboxDeltaType)
export class LiveResolver {
  constructor(
    private readonly feeds: Feeds,
    private readonly changeLog: InboxChangeLog,
  ) {}

  @Authorized()
  @PageOf(MAX_ROWS_AT_ONE_SEQ, MAX_ROWS)
  @Query(() => InboxDeltaType, {
    name: 'inboxChanges',
    description: "What changed in the caller's inbox after a seq. Errors: BAD_USER_INPUT.",
  })
  async changes(
    @Ctx() { viewer }: Context,
    @Arg('afterSeq', () => Int, { description: 'The last seq that the caller knows.' }) afterSeq: number,
    @Arg('epoch', () => String, { nullable: true, description: 'The epoch of that seq.' })
    epoch?: string | null,
    @Arg('first', () => Int, {
      nullable: true,
      description: `Rows at most, about: 1 to ${MAX_ROWS}, 100 if not said; 256 kB of them at most.`,
    })
    first?: number | null,
  ): Promise<Delta> {
    checkNumber('afterSeq', afterSeq, 0, MAX_SEQ);
    if (first != null) checkNumber('first', first, 1, MAX_ROWS);
    const delta = await this.changeLog.read(viewer!.id, afterSeq, first ?? undefined);
    return isOfEpoch(delta, epoch) ? delta : resyncDelta(delta.inbox, afterSeq);
  }

  @Authorized()
  @PageOf(MAX_ROWS_AT_ONE_SEQ, MAX_ROWS_AT_ONE_SEQ)
  @Subscription(() => InboxDeltaType, {
    name: 'inboxChanges',
    description:
      "The caller's inbox, in order and without a gap: a first delta at once (what was missed after `afterSeq`, or an empty one), then every change. To resume, subscribe with the last `toSeq`. Errors: BAD_USER_INPUT.",
    ...STREAM,
  })
  async follow(
    @Ctx() { viewer }: Context,
    @Arg('afterSeq', () => Int, {
      nullable: true,
      description: 'The last seq that the caller knows; null: from now.',
    })
    afterSeq?: number | null,
    @Arg('epoch', () => String, { nullable: true, description: 'The epoch of that seq.' })
    epoch?: string | null,
  ): Promise<AsyncIterable<Delta>> {
    if (afterSeq == null) return this.feeds.follow(viewer!.id);
    checkNumber('afterSeq', afterSeq, 0, MAX_SEQ);
    return this.feeds.follow(viewer!.id, { seq: afterSeq, epoch });
  }

  @Authorized()
  @Subscription(() => NotificationType, {
    description: "The caller's notifications as they come; never what preceded the subscription.",
    ...STREAM,
  })
  notificationAdded(@Ctx() { viewer }: Context): Promise<AsyncIterable<NotificationRow>> {
    return this.feeds.followAdditions(viewer!.id, isInInbox);
  }

  @FieldResolver(() => String, { description: 'The epoch that the seqs belong to.' })
  epoch(@Root() { inbox }: Delta): string {
    return inbox.epoch;
  }

  @FieldResolver(() => InboxCountsType, { description: 'The newest counters.' })
  counts(@Root() { inbox }: Delta): InboxCountsType {
    return countsOf(inbox);
  }
}
