import { METRICS_TOKEN } from '../../test/support/metrics.ts';
import type { Contender } from './contender.ts';

// As if they had come one by one.
const seeding = (userIds: readonly string[], each: number): [string, ...unknown[]][] => [
  ['insert into users (id, name) select id, id from unnest($1::text[]) id on conflict do nothing', userIds],
  [
    `insert into inbox (user_id, seq, unread, unseen, categories, categories_seq)
       select id, $2::int, $2::int, $2::int, jsonb_build_object('general', $2::int), $2::int from unnest($1::text[]) id
       on conflict (user_id) do update
         set seq = excluded.seq, unread = excluded.unread, unseen = excluded.unseen,
           categories = excluded.categories, categories_seq = excluded.categories_seq`,
    userIds,
    each,
  ],
  // Else each of the following is checked by a plan for the few that were there.
  ['analyze users, inbox'],
  [
    `insert into notifications (id, user_id, seq, change_seq, type, category, title, message, url, created_at)
       select uuidv7(), id, n, n, 'application_approved', 'general', 'seeded ' || n,
         'Your application has been approved.', '/applications/1', now() - ($2::int - n) * interval '1 ms'
       from unnest($1::text[]) id, generate_series(1, $2::int) n`,
    userIds,
    each,
  ],
  // Of rows that came one by one they have been taken in.
  [
    `insert into notification_words (notification_id, user_id, words)
       select n.id, n.user_id, array_to_tsvector(array(
         select left(encode(sha256(n.user_id::bytea), 'hex'), 10) || ':' || word
         from regexp_split_to_table(lower(n.title || ' ' || n.message), '[^a-z0-9]+') word where word <> ''))
       from notifications n where n.user_id = any($1::text[])`,
    userIds,
  ],
];

/** As an operator would run it: no limit has to be raised, no default is changed. */
export const carillon: Contender = {
  name: 'carillon',
  script: 'server/dist/main.js',
  env: { LOG_LEVEL: 'warn', METRICS_TOKEN },
  readyPath: '/readyz',
  // Acts and what they restored know nobody but by name.
  empty:
    'truncate users, topics, broadcasts, acts, restorations, stale_words, idempotency_keys, bulk_sends cascade',
  seed: async (client, userIds, each) => {
    for (const [statement, ...values] of seeding(userIds, each)) await client.query(statement, values);
  },
};
