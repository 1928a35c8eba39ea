import { conflict } from '../../platform/errors.ts';
import type { Sql } from '../../platform/postgres/database.ts';
import type { InboxAct } from './inbox-act.ts';

/** Pinned ones are a list of their own, which is read as a whole. */
export const MAX_PINS = 50;

/**
 * For the end of a transaction that may have pinned something. It holds the inbox, so nobody else pins meanwhile.
 * @throws CONFLICT where there are more pins than there may be: nothing of it is done
 */
export async function refuseManyPins(sql: Sql, userId: string): Promise<void> {
  if ((await countPins(sql, userId)) > MAX_PINS)
    throw conflict(`An inbox has ${MAX_PINS} pinned notifications at most`, { limit: MAX_PINS });
}

/** How many an inbox has. @param undone how many it would have once this act is undone */
export async function countPins(
  sql: Sql,
  userId: string,
  undone?: { readonly act: InboxAct; readonly seq: number },
): Promise<number> {
  const [counted] = await sql.query<{ count: number }>(PINS, [userId, undone?.seq, undone?.act]);
  return counted!.count;
}

const PINS = `
  select count(*)::int as count from (
    select n.id from notifications n where n.user_id = $1 and n.pinned_at is not null
    union
    select n.id from all_notifications n where n.user_id = $1 and n.change_seq = $2::int
      and case $3::text when 'UNPIN' then n.deleted_at is null
        when 'DELETE' then n.deleted_at is not null and n.pinned_at is not null else false end
  ) pinned`;
