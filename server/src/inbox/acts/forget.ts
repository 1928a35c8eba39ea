import type { Database } from '../../platform/postgres/database.ts';

/** A little longer than an act can be undone. */
const MINUTES = 11;
const ROWS_A_BATCH = 500;
const BATCHES_A_SWEEP = 20;

/**
 * What was deleted, and can be brought back no more, goes for good. Nobody sees it any more, so nobody is told; but it
 * is done under the lock of the inbox like all else: whoever is just bringing it back has it. The inboxes that somebody
 * is changing have their turn at the next sweep.
 */
export async function forgetDeleted(database: Database): Promise<void> {
  for (let batch = 0; batch < BATCHES_A_SWEEP; batch++) {
    const [gone] = await database.query<{ count: number }>(FORGET);
    if (gone!.count < ROWS_A_BATCH) return;
  }
}

const IS_OVER = `deleted_at < now() - interval '${MINUTES} minutes'`;

const FORGET = `
  with over as materialized (
    select id, user_id from all_notifications where ${IS_OVER} order by deleted_at limit ${ROWS_A_BATCH}
  ), mine as materialized (
    select i.user_id from inbox i where i.user_id in (select user_id from over)
    order by i.user_id for update skip locked
  ), gone as (
    delete from all_notifications n using over o, mine m
    where n.id = o.id and o.user_id = m.user_id and n.${IS_OVER} returning 1
  )
  select count(*)::int as count from gone`;
