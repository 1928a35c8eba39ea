import type { Database, Sql } from '../../src/platform/postgres/database.ts';

export const READER = 'reader';
const OTHERS = 2_000;
const ROWS_A_STATEMENT = 100_000;
const LONGEST_MS = 10 * 60 * 1_000;

/** One reader's notifications and those of many others, with the same words; one in 5,000 has a rare one. */
export async function fill(database: Database, { rows, others }: { rows: number; others: number }) {
  await take(database, (sql) => sql.query(USERS, [READER, OTHERS]));
  await add(database, rows, `$3::text || ''`, READER);
  await add(database, others, `$3::text || s % ${OTHERS}`, 'other-');
  await take(database, (sql) => sql.query(INBOXES, []));
  await database.query('analyze all_notifications');
  await database.query('analyze notification_words');
}

async function add(database: Database, count: number, userId: string, name: string): Promise<void> {
  for (let first = 1; first <= count; first += ROWS_A_STATEMENT) {
    const last = Math.min(count, first + ROWS_A_STATEMENT - 1);
    await take(database, (sql) => sql.query(added(userId), [first, last, name]));
    console.error(`${name}: ${last} of ${count}`);
  }
}

const take = (database: Database, work: (sql: Sql) => Promise<unknown>) =>
  database.transaction(work, { longestMs: LONGEST_MS });

const USERS = `
  with names as (select $1::text as id union all select 'other-' || n from generate_series(0, $2::int - 1) n),
  u as (insert into users (id, name) select id, id from names returning id)
  insert into inbox (user_id) select id from u`;

const INBOXES = `
  update inbox i set seq = n.count, unread = n.count, unseen = n.count
  from (select user_id, count(*)::int as count from notifications group by user_id) n where n.user_id = i.user_id`;

// The words as the job takes them in.
const added = (userId: string): string => `
  with item as materialized (
    select gen_random_uuid() as id, s, ${userId} as user_id,
      array['your', 'application', 'for', 'course', 'number', 'c' || s % 997, 'was', 'approved', 'by', 'person', 'p' || s % 89]
        || case when s % 5000 = 1 then array['zebra'] end as words
    from generate_series($1::int, $2::int) s
  ), n as (
    insert into notifications (id, user_id, seq, change_seq, service, type, category, title, message)
    select id, user_id, s, s, 'bench', 'graded', 'general', 'Your application', array_to_string(words, ' ') from item
  )
  insert into notification_words (notification_id, user_id, words)
  select id, user_id, array_to_tsvector(array(
    select left(encode(sha256(user_id::bytea), 'hex'), 10) || sign || word
    from unnest(words) word, unnest(array[':', '~']) sign))
  from item`;
