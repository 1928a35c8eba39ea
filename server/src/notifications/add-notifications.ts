import { v7 as uuidv7 } from 'uuid';
import { notificationColumns, type NotificationRow } from '../inbox/notification.row.ts';
import type { Delta, InboxState } from '../live/delta.ts';
import type { Sql } from '../platform/database.ts';
import { ensureRecipients } from '../users/user.service.ts';

/** What a notification says, whoever gets it. */
export interface Content {
  readonly type: string;
  readonly category: string;
  readonly title: string;
  readonly message: string;
  readonly url: string | null;
  readonly applicationId: string | null;
}

type AddedRow = NotificationRow & { inboxId: string; unread: number; unseen: number };

// The UPDATE takes the lock and reads the newest version of the row by itself, so one statement is enough: nothing
// in it depends on what the snapshot showed. With several recipients the locks are taken in order beforehand.
const ADD = `
  with item as (
    select * from unnest($1::text[], $2::uuid[]) item (user_id, id)
  ), moved as (
    update inbox i set seq = i.seq + 1, unread = i.unread + 1, unseen = i.unseen + 1
    from item where i.user_id = item.user_id
    returning i.user_id, i.id as inbox_id, i.seq, i.unread, i.unseen, item.id
  ), n as (
    insert into notifications (id, user_id, seq, change_seq, type, category, title, message, url, application_id)
    select id, user_id, seq, seq, $3, $4, $5, $6, $7, $8::uuid from moved
    returning *
  )
  select ${notificationColumns}, moved.inbox_id as "inboxId", moved.unread, moved.unseen
  from n join moved on moved.user_id = n.user_id`;

/**
 * Adds one notification to each of these inboxes: 500 at most, distinct. Recipients who were never seen get an inbox.
 * @returns the changes, to be announced once they are committed; their order is not the recipients'
 */
export async function addNotifications(
  sql: Sql,
  recipientIds: readonly string[],
  content: Content,
): Promise<Delta<NotificationRow>[]> {
  const values = [
    recipientIds,
    recipientIds.map(() => uuidv7()),
    content.type,
    content.category,
    content.title,
    content.message,
    content.url,
    content.applicationId,
  ];
  if (recipientIds.length > 1) await lockInboxes(sql, recipientIds);
  const added = await sql.query<AddedRow>(ADD, values);
  if (added.length < recipientIds.length) {
    const known = new Set(added.map(({ userId }) => userId));
    const unknown = recipientIds.filter((id) => !known.has(id));
    await ensureRecipients(sql, unknown);
    added.push(
      ...(await sql.query<AddedRow>(ADD, [unknown, unknown.map(() => uuidv7()), ...values.slice(2)])),
    );
  }
  return added.map(toDelta);
}

async function lockInboxes(sql: Sql, userIds: readonly string[]): Promise<void> {
  await sql.query(
    'select from inbox where user_id = any($1::text[]) order by user_id collate "C" for update',
    [userIds],
  );
}

function toDelta({ inboxId, unread, unseen, ...row }: AddedRow): Delta<NotificationRow> {
  const inbox: InboxState = { id: inboxId, userId: row.userId, seq: row.seq, unread, unseen };
  return {
    fromSeq: row.seq - 1,
    toSeq: row.seq,
    inbox,
    upserted: [row],
    removedIds: [],
    hasMore: false,
    resync: false,
  };
}
