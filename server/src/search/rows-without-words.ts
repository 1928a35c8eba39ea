import { notificationColumns, type NotificationRow } from '../inbox/notification.row.ts';
import type { Sql } from '../platform/postgres/database.ts';

/** As many are looked at, whether their words were taken in already or not. */
export const ROWS_A_BATCH = 500;

/** Less than all others. */
export const NO_ID = '00000000-0000-0000-0000-000000000000';

/** What one look has found. */
export interface Found {
  readonly rows: NotificationRow[];
  /** The id where the next look goes on; null: there is no more. */
  readonly last: string | null;
}

/**
 * Whose words nobody has taken in, of the next 500 rows, with what is deleted and may come back: after an id the oldest
 * first, else the newest first.
 */
export async function rowsWithoutWords(
  sql: Sql,
  { after, before }: { after?: string; before: string },
): Promise<Found> {
  const direction = after === undefined ? 'desc' : 'asc';
  const [stretch] = await sql.query<{ ids: string[]; last: string | null }>(
    `with stretch as materialized (
       select id from all_notifications where id < $1 and id > $2 order by id ${direction} limit ${ROWS_A_BATCH}
     )
     select (select id from stretch order by id ${direction} offset ${ROWS_A_BATCH - 1}) as last, array(
       select id from stretch except select notification_id from notification_words
       where notification_id between (select id from stretch order by id limit 1)
         and (select id from stretch order by id desc limit 1))::text[] as ids`,
    [before, after ?? NO_ID],
  );
  const { ids, last } = stretch!;
  if (ids.length === 0) return { rows: [], last };
  const rows = await sql.query<NotificationRow>(
    `select ${notificationColumns} from all_notifications n where n.id = any($1::uuid[])`,
    [ids],
  );
  return { rows, last };
}

/** Some of those whose words are others now, which are not waited for any more. */
export async function staleRows(sql: Sql): Promise<Found> {
  const rows = await sql.query<NotificationRow>(
    `with stale as (
       delete from stale_words where ctid = any(array(
         select ctid from stale_words limit ${ROWS_A_BATCH} for update skip locked))
       returning notification_id
     )
     select ${notificationColumns} from all_notifications n where n.id in (select notification_id from stale)`,
  );
  return { rows, last: rows[ROWS_A_BATCH - 1]?.id ?? null };
}
