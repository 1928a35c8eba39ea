import type { Database, Sql } from '../platform/postgres/database.ts';
import type { Content } from '../sending/content.ts';
import type { PartRecipient } from '../sending/add-to-many.ts';
import { RECIPIENTS_A_TRANSACTION, type SendService } from '../sending/send.service.ts';
import { membersOf, type Audience } from './audience.ts';

/** One who moves a broadcast on. */
export interface Turn {
  readonly id: string;
  readonly worker: string;
  readonly audience: Audience;
  readonly content: Content;
  readonly createdAt: string;
}

/**
 * Takes the next 500 of the audience upon it, which moves the broadcast's place on: their part is a row of its own from
 * then on, so that several can be sent at once, whoever dies meanwhile.
 * @returns after which id it begins; undefined where there is none left, or the broadcast is another's or has ended
 */
export async function takePart(
  database: Database,
  { id, worker, audience, createdAt }: Turn,
): Promise<string | undefined> {
  const members = membersOf(audience);
  const [broadcast, by] = [`$${members.values.length + 2}`, `$${members.values.length + 3}`];
  const takeNext = `
    with place as materialized (
      select after_user_id as after from broadcasts
      where id = ${broadcast} and worker = ${by} and state = 'RUNNING' for update
    ), next as materialized (
      select max(id) as through, count(*)::int as size from (
        select ${members.id} as id from ${members.from} and ${members.id} > (select after from place)
        order by ${members.id} limit ${RECIPIENTS_A_TRANSACTION}) members
    ), moved as (
      update broadcasts b set after_user_id = next.through, done = b.done + next.size, failures = 0, moved_at = clock_timestamp()
      from next where b.id = ${broadcast} and next.size > 0
    )
    insert into broadcast_parts (broadcast_id, after_user_id, through_user_id, size)
    select ${broadcast}, place.after, next.through, next.size from place, next, ${WITHOUT_WAITING} where next.size > 0
    returning after_user_id as after`;
  const [part] = await database.query<{ after: string }>(takeNext, [
    createdAt,
    ...members.values,
    id,
    worker,
  ]);
  return part?.after;
}

// Whoever sends the part waits for the disk, and what is written before that is on it then. If this is lost, nothing was sent.
const WITHOUT_WAITING = `set_config('synchronous_commit', 'off', true)`;

/** Those that somebody has taken who did not send them, or who is about to. */
export async function partsLeft(sql: Sql, id: string): Promise<string[]> {
  const parts = await sql.query<{ after: string }>(
    'select after_user_id as after from broadcast_parts where broadcast_id = $1 order by after_user_id',
    [id],
  );
  return parts.map(({ after }) => after);
}

/** Sends a part in one transaction, unless it was sent, or dropped, by another. */
export const sendPart = (
  database: Database,
  turn: Turn,
  sender: Pick<SendService, 'sendToPart'>,
  after: string,
): Promise<void> =>
  database.transaction(async (sql) => {
    const recipients = await endPart(sql, turn, after);
    if (recipients.length > 0) await sender.sendToPart(sql, turn.content, recipients);
  });

/** @returns who belongs to it, in the order in which inboxes are locked; nobody where another has ended it */
function endPart(sql: Sql, { id, audience, createdAt }: Turn, after: string): Promise<PartRecipient[]> {
  const members = membersOf(audience);
  const [broadcast, place] = [`$${members.values.length + 2}`, `$${members.values.length + 3}`];
  return sql.query<PartRecipient>(
    `with part as (
       delete from broadcast_parts where broadcast_id = ${broadcast} and after_user_id = ${place}
       returning after_user_id as after, through_user_id as through
     )
     select member.id, known.user_id is null as "isUnknown"
     from part cross join lateral (
       select ${members.id} as id from ${members.from} and ${members.id} > part.after and ${members.id} <= part.through
     ) member
       -- The limit is for the planner: without it, it may read all inboxes.
       left join lateral (select i.user_id from inbox i where i.user_id = member.id limit 1) known on true
     order by member.id`,
    [createdAt, ...members.values, id, after],
  );
}

/** Of a broadcast that has ended and whose row is locked: nobody takes more. It waits for those that are being sent. */
export async function dropParts(sql: Sql, id: string): Promise<void> {
  const dropped = await sql.query<{ size: number }>(
    'delete from broadcast_parts where broadcast_id = $1 returning size',
    [id],
  );
  const size = dropped.reduce((sum, part) => sum + part.size, 0);
  await sql.query('update broadcasts set done = done - $2 where id = $1', [id, size]);
}
