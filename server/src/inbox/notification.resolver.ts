import { Arg, Authorized, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { countsOf } from './counts.ts';
import type { InboxState } from './inbox-state.ts';
import { batched } from '../platform/graphql/batch.ts';
import type { Cursors } from '../platform/graphql/cursor.ts';
import type { Database } from '../platform/postgres/database.ts';
import { PageOf } from '../platform/graphql/admission/field-cost.ts';
import { MAX_PAGE_SIZE, pageArguments, DEFAULT_PAGE_SIZE } from '../platform/graphql/page-arguments.ts';
import type { Context } from '../users/context.ts';
import type { InboxChangeLog } from './inbox.change-log.ts';
import { InboxCountsType, InboxType } from './inbox.type.ts';
import type { NotificationRow } from './notification.row.ts';
import {
  NotificationConnection,
  NotificationEdge,
  NotificationFilter,
  NotificationType,
} from './notification.type.ts';
import { readPage } from './notification-page.ts';

const LIST = 'notifications';

@Resolver(() => NotificationConnection)
export class NotificationConnectionResolver {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  @Authorized()
  @PageOf(DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
  @Query(() => NotificationConnection, {
    description: "The caller's notifications, newest seq first. Errors: BAD_USER_INPUT.",
  })
  async notifications(
    @Ctx() { viewer }: Context,
    @Arg('first', () => Int, { nullable: true, description: 'From the newest on: 1 to 100, 20 if not said.' })
    first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what is older than this cursor.' })
    after?: string | null,
    @Arg('last', () => Int, { nullable: true, description: 'From the oldest on: 1 to 100.' })
    last?: number | null,
    @Arg('before', () => String, { nullable: true, description: 'Only what is newer than this cursor.' })
    before?: string | null,
    @Arg('filter', () => NotificationFilter, {
      nullable: true,
      description: 'What is listed; the inbox if not said.',
    })
    filter?: NotificationFilter | null,
  ): Promise<NotificationConnection> {
    const { size, isBackward, cursor } = pageArguments({ first, after, last, before });
    const reader = viewer!.id;
    const beyond = cursor == null ? undefined : Number(this.cursors.decode(LIST, reader, cursor));
    const direction = isBackward ? 'newer' : 'older';
    const { inbox, rows, hasOlder, hasNewer } = await readPage(this.database, reader, {
      filter,
      size,
      direction,
      beyond,
    });
    const cursorOf = (row: NotificationRow | undefined) =>
      row ? this.cursors.encode(LIST, reader, String(row.seq)) : null;
    return {
      edges: rows.map((row) => ({ node: { ...row, inbox } })),
      pageInfo: {
        hasNextPage: hasOlder,
        hasPreviousPage: hasNewer,
        // Only when asked for: sealing one takes as long as reading two rows.
        get startCursor() {
          return cursorOf(rows[0]);
        },
        get endCursor() {
          return cursorOf(rows.at(-1));
        },
      },
      inbox,
    };
  }
}

@Resolver(() => NotificationEdge)
export class NotificationEdgeResolver {
  constructor(private readonly cursors: Cursors) {}

  @FieldResolver(() => String, { description: 'Its place, for `after` and `before`.' })
  cursor(@Root() { node }: NotificationEdge, @Ctx() { viewer }: Context): string {
    return this.cursors.encode(LIST, viewer!.id, String(node.seq));
  }
}

@Resolver(() => NotificationType)
export class NotificationResolver {
  constructor(
    private readonly changes: InboxChangeLog,
    private readonly cursors: Cursors,
  ) {}

  @FieldResolver(() => Boolean, { description: 'Whether it was read.' })
  isRead(@Root() { readAt }: NotificationRow): boolean {
    return readAt !== null;
  }

  @FieldResolver(() => String, {
    description:
      'Its place in the list of notifications, for `after` and `before`: for whoever holds rows that came as changes, and reads on below them.',
  })
  cursor(@Root() { seq }: NotificationRow, @Ctx() { viewer }: Context): string {
    return this.cursors.encode(LIST, viewer!.id, String(seq));
  }

  @FieldResolver(() => InboxType, {
    description: 'The inbox it is in, with the counters of the same moment.',
  })
  inbox(
    @Root() notification: NotificationRow & { inbox?: InboxState },
    @Ctx() context: Context,
  ): InboxState | Promise<InboxState | undefined> {
    return notification.inbox ?? batched(context, this.states, notification.userId);
  }

  private readonly states = (userIds: readonly string[]) =>
    Promise.all(userIds.map((userId) => this.changes.state(userId)));
}

@Resolver(() => InboxType)
export class InboxCountsResolver {
  @FieldResolver(() => InboxCountsType, { description: 'Its counters.' })
  counts(@Root() inbox: InboxState): InboxCountsType {
    return countsOf(inbox);
  }
}
