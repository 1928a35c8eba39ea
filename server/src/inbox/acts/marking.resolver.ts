import { Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../users/context.ts';
import { BulkPayload } from '../inbox-payloads.type.ts';
import type { InboxService } from '../inbox.service.ts';
import { TheseIds } from '../these-ids.ts';

/** What a reader marks, several at once. */
@Resolver()
export class MarkingResolver {
  constructor(private readonly inboxes: InboxService) {}

  @Authorized()
  @Mutation(() => BulkPayload, {
    nullable: true,
    description:
      'Marks notifications read, in one change. What is read, or not the caller’s, is passed over. Errors: BAD_USER_INPUT.',
  })
  markNotificationsAsRead(@Ctx() { viewer }: Context, @TheseIds() ids: string[]): Promise<BulkPayload> {
    return this.inboxes.changeThese(viewer!.id, 'read', ids);
  }

  @Authorized()
  @Mutation(() => BulkPayload, {
    nullable: true,
    description:
      'Marks notifications unread again, in one change. What is unread, or not the caller’s, is passed over. Errors: BAD_USER_INPUT.',
  })
  markNotificationsAsUnread(@Ctx() { viewer }: Context, @TheseIds() ids: string[]): Promise<BulkPayload> {
    return this.inboxes.changeThese(viewer!.id, 'unread', ids);
  }
}
