import type pg from 'pg';

/** Whom something is sent to, by number; the others have neither address nor telephone. */
const hasAddress = (index: number) => index % 3 === 0;
const hasNumber = (index: number) => index % 4 === 0;

export const addressOf = (userId: string): string => `${userId}@example.com`;
export const numberOf = (userId: string): string =>
  `+4915112345${userId.replace('user-', '').padStart(3, '0')}`;

/** Some of the users have an address, and some want text messages to a number that they have confirmed. */
export async function reachSome(client: pg.Client, users: number): Promise<void> {
  for (let index = 0; index < users; index++) {
    const id = `user-${index}`;
    await client.query(
      'insert into users (id, name, email) values ($1, $1, $2) on conflict (id) do update set email = $2',
      [id, hasAddress(index) ? addressOf(id) : null],
    );
    await client.query('insert into inbox (user_id) values ($1) on conflict do nothing', [id]);
    if (!hasNumber(index)) continue;
    await client.query('insert into phone_numbers (user_id, number, confirmed_at) values ($1, $2, now())', [
      id,
      numberOf(id),
    ]);
    await client.query(`insert into channel_choices values ($1, 'general', 'SMS', true)`, [id]);
  }
}

export interface DeliveryTruth {
  id: string;
  userId: string;
  channel: 'EMAIL' | 'SMS' | 'PUSH';
  state: string;
  reason: string | null;
  messageId: string | null;
  attempts: number | null;
  title: string;
  /** Who is to go on with its message, while that has not ended. */
  job: string | null;
}

const JOB = `
  select concat_ws(' ', 'a job after', attempts, 'tries, locked at', locked_at, 'by', locked_by, last_error)
  from graphile_worker._private_jobs where m.state = 'SENDING' and payload ->> 'messageId' = m.id::text limit 1`;

export const DELIVERIES = `
  select d.notification_id as id, d.user_id as "userId", d.channel, d.state, d.reason, d.message_id as "messageId",
    m.attempts, n.title, (${JOB}) as job
  from deliveries d join notifications n on n.id = d.notification_id left join messages m on m.id = d.message_id`;

/**
 * As if hours had passed: the cap of an hour is free again, and what waits for its time is looked at now. Only time is
 * moved, so what has no job gets none.
 * @returns how many deliveries have not ended
 */
export async function letHoursPass(client: pg.Client): Promise<number> {
  await client.query('begin');
  await client.query('select from inbox order by user_id for update');
  await client.query(`update messages set sent_at = sent_at - interval '2 hours' where state = 'SENT'`);
  const { rowCount } = await client.query(
    `select from deliveries where state in ('WAITING', 'HELD', 'SENDING')`,
  );
  await client.query(
    `update deliveries set due_at = least(due_at, now()) where state in ('WAITING', 'HELD') and due_at > now()`,
  );
  await client.query(`
    update graphile_worker._private_jobs set run_at = now() where id in (
      select id from graphile_worker._private_jobs where locked_at is null and run_at > now() for update skip locked)`);
  await client.query(`select pg_notify('jobs:insert', '{"count":9}')`);
  await client.query('commit');
  return rowCount!;
}
