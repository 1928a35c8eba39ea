import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDatabase, queryOn, type TestDatabase } from '../../test/support/services/database.ts';
import { NO_ID, ROWS_A_BATCH, rowsWithoutWords } from './rows-without-words.ts';

const ROWS = 2 * ROWS_A_BATCH + 201;
const WITHOUT = [1, ROWS_A_BATCH, ROWS - 1];
const END = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

let database: TestDatabase;
const sql = { query: ((text, values) => queryOn(database.url)(text, values)) as ReturnType<typeof queryOn> };
const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

beforeAll(async () => {
  database = await createDatabase();
  await sql.query(`insert into users (id, name) values ('reader', 'Reader')`);
  await sql.query(`insert into inbox (user_id) values ('reader')`);
  await sql.query(
    `insert into notifications (id, user_id, seq, change_seq, type, category, title, message)
     select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'reader', n, n, 'news', 'general', 'News', ''
     from generate_series(1, $1::int) n`,
    [ROWS],
  );
  await sql.query(
    `insert into notification_words (notification_id, user_id, words)
     select id, user_id, '' from notifications where not seq = any($1::int[])`,
    [WITHOUT],
  );
});

afterAll(() => database.drop());

test('what has no words is found behind any number of rows that have some, a bounded stretch at a time', async () => {
  const found: string[][] = [];
  for (let after: string | null = NO_ID; after !== null;) {
    const { rows, last } = await rowsWithoutWords(sql, { after, before: END });
    found.push(rows.map(({ id }) => id));
    after = last;
  }
  expect(found).toEqual([[idOf(1), idOf(ROWS_A_BATCH)], [], [idOf(ROWS - 1)]]);
});

test('and from the newest back', async () => {
  const found: string[][] = [];
  for (let before: string | null = END; before !== null;) {
    const { rows, last } = await rowsWithoutWords(sql, { before });
    found.push(rows.map(({ id }) => id));
    before = last;
  }
  expect(found).toEqual([[idOf(ROWS - 1)], [idOf(ROWS_A_BATCH)], [idOf(1)]]);
});
