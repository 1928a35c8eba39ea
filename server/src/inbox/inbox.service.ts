import { MOST_ROWS_AT_ONE_SEQ, type InboxState } from '../live/delta.ts';
import type { Database } from '../platform/database.ts';
import { notFound } from '../platform/errors.ts';
import { checkNumber, isUuid } from '../platform/input.ts';
import { changeInbox, type Announce } from './inbox.change.ts';
import { filterCondition, Parameters, type Filter } from './notification-filter.ts';
import { notificationColumns, type NotificationRow } from './notification.row.ts';

export interface Marked {
  notification: NotificationRow;
  inbox: InboxState;
}

/** What a reader does with their own inbox. Every statement names the reader, so nobody else's rows can be met. */
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly announce: Announce,
  ) {}

  /** The reader's own notification, or undefined. */
  async find(userId: string, id: string): Promise<NotificationRow | undefined> {
    if (!isUuid(id)) return undefined;
    const [row] = await this.database.query<NotificationRow>(
      `select ${notificationColumns} from notifications n where n.id = $1 and n.user_id = $2`,
      [id, userId],
    );
    return row;
  }

  /** @throws NOT_FOUND unless it is the reader's. Doing it twice is doing it once. */
  mark(userId: string, id: string, as: 'read' | 'unread'): Promise<Marked> {
    const [value, before, sign] = as === 'read' ? ['now()', 'is null', -1] : ['null', 'is not null', 1];
    return this.changeOne(
      userId,
      id,
      `update notifications n set read_at = ${value}, change_seq = $3
       where n.id = $1 and n.user_id = $2 and n.read_at ${before}
       returning ${notificationColumns}`,
      sign as 1 | -1,
    );
  }

  /**
   * Marks read what the filter lets through, up to a seq: what came later stays unread.
   * @throws BAD_USER_INPUT for a negative seq
   */
  async markAllRead(
    userId: string,
    upToSeq: number | null | undefined,
    filter: Filter | null | undefined,
  ): Promise<{ affectedCount: number; inbox: InboxState }> {
    if (upToSeq != null) checkNumber('upToSeq', upToSeq, 0, 2 ** 31 - 1);
    let affectedCount = 0;
    const inbox = await changeInbox(
      this.database,
      userId,
      this.announce,
      async (sql, { seq, seenSeq }, nextSeq) => {
        const parameters = new Parameters([userId, upToSeq ?? seq, nextSeq, seenSeq]);
        const condition = filterCondition(filter, parameters);
        const changed = `
        with changed as (
          update notifications n set read_at = now(), change_seq = $3
          where n.user_id = $1 and n.seq <= $2 and n.read_at is null and ${condition}
          returning n.*
        )`;
        const [sums] = await sql.query<{
          rows: number;
          unread: number;
          unseen: number;
          told: NotificationRow[] | null;
        }>(
          `${changed}, sums as (
           select count(*)::int as rows, count(*) filter (where archived_at is null)::int as unread,
             count(*) filter (where archived_at is null and seq > $4)::int as unseen
           from changed
         )
         select s.*, (select json_agg(to_json(t)) from (select ${notificationColumns} from changed n) t
           where s.rows <= ${MOST_ROWS_AT_ONE_SEQ}) as told
         from sums s`,
          parameters.values,
        );
        affectedCount = sums!.rows;
        if (affectedCount === 0) return undefined;
        const upserted = sums!.told?.map(withIsoMoments);
        return { unread: -sums!.unread, unseen: -sums!.unseen, upserted };
      },
    );
    return { affectedCount, inbox };
  }

  /**
   * The panel was opened: ends the "new" emphasis of what stood there then. Read state stays.
   * @throws BAD_USER_INPUT for a negative seq
   */
  markAllSeen(userId: string, upToSeq: number): Promise<InboxState> {
    checkNumber('upToSeq', upToSeq, 0, 2 ** 31 - 1);
    return changeInbox(this.database, userId, this.announce, async (sql, inbox) => {
      const seenSeq = Math.min(upToSeq, inbox.seq);
      if (seenSeq <= inbox.seenSeq) return undefined;
      await sql.query('update inbox set seen_seq = $2 where user_id = $1', [userId, seenSeq]);
      // The lock is held since an earlier statement, so this sees every commit that touched the inbox.
      const [row] = await sql.query<{ unseen: number }>(
        `select count(*)::int as unseen from notifications n
         where n.user_id = $1 and n.seq > $2 and n.read_at is null and n.archived_at is null`,
        [userId, seenSeq],
      );
      const unseen = row!.unseen - inbox.unseen;
      return unseen === 0 ? undefined : { unread: 0, unseen, upserted: [] };
    });
  }

  /** @param sign what the change of one row does to the counters that it counts in */
  private async changeOne(userId: string, id: string, update: string, sign: 1 | -1): Promise<Marked> {
    if (!isUuid(id)) throw notFound('Notification');
    let notification: NotificationRow | undefined;
    const inbox = await changeInbox(
      this.database,
      userId,
      this.announce,
      async (sql, { seenSeq }, nextSeq) => {
        [notification] = await sql.query<NotificationRow>(update, [id, userId, nextSeq]);
        if (!notification) return undefined;
        const counted = notification.archivedAt === null ? sign : 0;
        return {
          unread: counted,
          unseen: notification.seq > seenSeq ? counted : 0,
          upserted: [notification],
        };
      },
    );
    notification ??= await this.find(userId, id);
    if (!notification) throw notFound('Notification');
    return { notification, inbox };
  }
}

/** Rows that came through JSON have PostgreSQL's way of writing moments. */
const withIsoMoments = (row: NotificationRow): NotificationRow => ({
  ...row,
  createdAt: iso(row.createdAt)!,
  readAt: iso(row.readAt),
  archivedAt: iso(row.archivedAt),
});

const iso = (moment: string | null): string | null =>
  moment === null ? null : new Date(moment).toISOString();
