import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { DateTime } from '../../platform/graphql/date-time.ts';
import type { Context } from '../../users/context.ts';
import { BulkPayload } from '../inbox-payloads.type.ts';
import type { InboxService } from '../inbox.service.ts';
import { TheseIds } from '../these-ids.ts';

/** What a reader puts away for later, and what they keep in view. */
@Resolver()
export class TriageResolver {
  constructor(private readonly inboxes: InboxService) {}

  @Authorized()
  @Mutation(() => BulkPayload, {
    nullable: true,
    description:
      'Puts notifications away until a moment, out of the inbox and its counters, or out of the archive. Within seconds after it they come to the top, unread, and ring and are sent as the reader has chosen for what comes. What is snoozed until just then, or not the caller’s, is passed over. Errors: BAD_USER_INPUT.',
  })
  snoozeNotifications(
    @Ctx() { viewer }: Context,
    @TheseIds() ids: string[],
    @Arg('until', () => DateTime, { description: 'In the future, a year ahead at most.' }) until: string,
  ): Promise<BulkPayload> {
    return this.inboxes.changeThese(viewer!.id, 'snooze', ids, until);
  }

  @Authorized()
  @Mutation(() => BulkPayload, {
    nullable: true,
    description:
      'Takes snoozed notifications back into the inbox, to where they were. What is not snoozed, or not the caller’s, is passed over. Errors: BAD_USER_INPUT.',
  })
  unsnoozeNotifications(@Ctx() { viewer }: Context, @TheseIds() ids: string[]): Promise<BulkPayload> {
    return this.inboxes.changeThese(viewer!.id, 'unsnooze', ids);
  }

  @Authorized()
  @Mutation(() => BulkPayload, {
    nullable: true,
    description:
      'Pins notifications: they stay where they are, and are found by `isPinned`. What is pinned, or not the caller’s, is passed over. Errors: BAD_USER_INPUT, CONFLICT (more than 50 would be pinned; none of these is).',
  })
  pinNotifications(@Ctx() { viewer }: Context, @TheseIds() ids: string[]): Promise<BulkPayload> {
    return this.inboxes.changeThese(viewer!.id, 'pin', ids);
  }

  @Authorized()
  @Mutation(() => BulkPayload, {
    nullable: true,
    description:
      'Unpins notifications. What is not pinned, or not the caller’s, is passed over. Errors: BAD_USER_INPUT.',
  })
  unpinNotifications(@Ctx() { viewer }: Context, @TheseIds() ids: string[]): Promise<BulkPayload> {
    return this.inboxes.changeThese(viewer!.id, 'unpin', ids);
  }
}
