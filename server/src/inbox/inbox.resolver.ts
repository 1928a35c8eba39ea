import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Database } from '../platform/postgres/database.ts';
import type { Context } from '../users/context.ts';
import { InboxAct } from './acts/inbox-act.ts';
import type { InboxState } from './inbox-state.ts';
import { BulkPayload, InboxPayload, NotificationPayload } from './inbox-payloads.type.ts';
import type { InboxService, Marked } from './inbox.service.ts';
import { InboxType } from './inbox.type.ts';
import type { InboxChangeLog } from './inbox.change-log.ts';
import type { NotificationRow } from './notification.row.ts';
import { NotificationFilter, NotificationType } from './notification.type.ts';
import { countUnread } from './notification-page.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import { nameOf } from './acts/act.ts';
import { TheseIds } from './these-ids.ts';

/** A reader and their inbox: what stands in it, and what they do with it. */
@Resolver()
export class InboxResolver {
  constructor(
    private readonly database: Database,
    private readonly changes: InboxChangeLog,
    private readonly inboxes: InboxService,
  ) {}

  @Authorized()
  @Query(() => InboxType, { description: "The caller's inbox." })
  async inbox(@Ctx() { viewer }: Context): Promise<InboxState> {
    return (await this.changes.state(viewer!.id))!;
  }

  @Authorized()
  @Query(() => NotificationType, {
    nullable: true,
    description: "One of the caller's own notifications; else null.",
  })
  async notification(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: "The notification's id." }) id: string,
  ): Promise<NotificationRow | null> {
    return (await this.inboxes.find(viewer!.id, id)) ?? null;
  }

  @Authorized()
  @Query(() => Int, { description: 'How many are unread among what the filter lets through.' })
  unreadCount(
    @Ctx() { viewer }: Context,
    @Arg('filter', () => NotificationFilter, {
      nullable: true,
      description: 'What counts; the inbox if not said.',
    })
    filter?: NotificationFilter | null,
  ): Promise<number> {
    return countUnread(this.database, viewer!.id, filter);
  }

  @Authorized()
  @Mutation(() => NotificationPayload, {
    nullable: true,
    description: "Marks one of the caller's notifications read. Twice is once. Errors: NOT_FOUND.",
  })
  markAsRead(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: "The notification's id." }) id: string,
  ): Promise<Marked> {
    return this.inboxes.mark(viewer!.id, id, 'read');
  }

  @Authorized()
  @Mutation(() => NotificationPayload, {
    nullable: true,
    description: "Marks one of the caller's notifications unread again. Twice is once. Errors: NOT_FOUND.",
  })
  markAsUnread(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: "The notification's id." }) id: string,
  ): Promise<Marked> {
    return this.inboxes.mark(viewer!.id, id, 'unread');
  }

  @Authorized()
  @Mutation(() => BulkPayload, {
    nullable: true,
    description: 'Marks read all that the filter lets through. Errors: BAD_USER_INPUT.',
  })
  markAllAsRead(
    @Ctx() { viewer }: Context,
    @Arg('upToSeq', () => Int, {
      nullable: true,
      description: 'Only what stood there when the reader looked: the `counts.seq` they saw.',
    })
    upToSeq?: number | null,
    @Arg('filter', () => NotificationFilter, {
      nullable: true,
      description: 'What counts; the inbox if not said.',
    })
    filter?: NotificationFilter | null,
  ): Promise<BulkPayload> {
    return this.inboxes.changeAll(viewer!.id, 'read', { filter, upToSeq });
  }

  @Authorized()
  @Mutation(() => BulkPayload, {
    nullable: true,
    description:
      'Does one thing to all that the filter lets through, however many: one change, one seq, one answer. Errors: BAD_USER_INPUT, CONFLICT (`PIN`: more than 50 would be pinned; none of these is).',
  })
  actOnAll(
    @Ctx() { viewer }: Context,
    @Arg('act', () => InboxAct, { description: 'What is done.' }) act: InboxAct,
    @Arg('upToSeq', () => Int, {
      description: 'Only what stood there when the reader looked: the `counts.seq` they saw.',
    })
    upToSeq: number,
    @Arg('filter', () => NotificationFilter, {
      nullable: true,
      description: 'To what; the inbox if not said, so that `UNARCHIVE` and `UNSNOOZE` need a state.',
    })
    filter?: NotificationFilter | null,
    @Arg('until', () => DateTime, {
      nullable: true,
      description: 'Of `SNOOZE`, which needs it: in the future, a year ahead at most.',
    })
    until?: string | null,
  ): Promise<BulkPayload> {
    return this.inboxes.changeAll(viewer!.id, nameOf(act), { filter, upToSeq, until });
  }

  @Authorized()
  @Mutation(() => InboxPayload, {
    nullable: true,
    description:
      'The panel was opened: nothing up to this seq is new any more. Read state stays. Errors: BAD_USER_INPUT.',
  })
  async markAllAsSeen(
    @Ctx() { viewer }: Context,
    @Arg('upToSeq', () => Int, { description: 'The `counts.seq` that the reader saw.' }) upToSeq: number,
  ): Promise<InboxPayload> {
    return { inbox: await this.inboxes.markAllSeen(viewer!.id, upToSeq) };
  }

  @Authorized()
  @Mutation(() => InboxPayload, {
    nullable: true,
    description:
      'A page in view has shown what came up to this seq, so no push is sent of it. Seen and read state stay, and so do the counters. Errors: BAD_USER_INPUT.',
  })
  async markAllAsShown(
    @Ctx() { viewer }: Context,
    @Arg('upToSeq', () => Int, { description: 'The `seq` of the newest that was shown.' }) upToSeq: number,
  ): Promise<InboxPayload> {
    return { inbox: await this.inboxes.markAllShown(viewer!.id, upToSeq) };
  }

  @Authorized()
  @Mutation(() => BulkPayload, {
    nullable: true,
    description:
      'Puts notifications into the archive, out of the inbox and its counters. What is there already, or not the caller’s, is passed over. Errors: BAD_USER_INPUT.',
  })
  archiveNotifications(@Ctx() { viewer }: Context, @TheseIds() ids: string[]): Promise<BulkPayload> {
    return this.inboxes.changeThese(viewer!.id, 'archive', ids);
  }

  @Authorized()
  @Mutation(() => BulkPayload, {
    nullable: true,
    description:
      'Takes notifications back out of the archive. What is not in it, or not the caller’s, is passed over. Errors: BAD_USER_INPUT.',
  })
  unarchiveNotifications(@Ctx() { viewer }: Context, @TheseIds() ids: string[]): Promise<BulkPayload> {
    return this.inboxes.changeThese(viewer!.id, 'unarchive', ids);
  }

  @Authorized()
  @Mutation(() => BulkPayload, {
    nullable: true,
    description:
      'Removes notifications, for good once it cannot be undone any more. What is gone already, or not the caller’s, is passed over. Errors: BAD_USER_INPUT.',
  })
  deleteNotifications(@Ctx() { viewer }: Context, @TheseIds() ids: string[]): Promise<BulkPayload> {
    return this.inboxes.changeThese(viewer!.id, 'delete', ids);
  }
}
