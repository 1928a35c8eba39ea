import { notificationColumns, type NotificationRow } from '../inbox/notification.row.ts';
import type { Sql } from '../platform/postgres/database.ts';

export const ROWS_A_BATCH = 500;

/** Less than all others. */
export const NO_ID = '00000000-0000-0000-0000-000000000000';

/** The next ones whose words nobody has taken in, with what is deleted and may come back: after an id the oldest first, else the newest first. */
export function rowsWithoutWords(
  sql: Sql,
  { after, before }: { after?: string; before: string },
): Promise<NotificationRow[]> {
  // The limit inside is for the planner: without it, it reads the words of all rows.
  return sql.query<NotificationRow>(
    `select ${notificationColumns} from all_notifications n left join lateral (
       select true as has from notification_words w where w.notification_id = n.id limit 1
     ) w on true
     where n.id < $1 and n.id > $2 and w.has is null
     order by n.id ${after === undefined ? 'desc' : 'asc'} limit ${ROWS_A_BATCH}`,
    [before, after ?? NO_ID],
  );
}

/** Some of those whose words are others now, which are not waited for any more. */
export const staleRows = (sql: Sql): Promise<NotificationRow[]> =>
  sql.query<NotificationRow>(
    `with stale as (
       delete from stale_words where ctid = any(array(
         select ctid from stale_words limit ${ROWS_A_BATCH} for update skip locked))
       returning notification_id
     )
     select ${notificationColumns} from all_notifications n where n.id in (select notification_id from stale)`,
  );
