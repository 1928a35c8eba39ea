import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countedSql } from '../../../src/inbox/counted.ts';
import { ActQueue } from '../../../src/inbox/acts/act-queue.ts';
import type { PlainAct } from '../../../src/inbox/acts/act.ts';
import { actOnAll, actOnThese } from '../../../src/inbox/acts/acting.ts';
import { Database, type Sql } from '../../../src/platform/postgres/database.ts';
import { createDatabase, type TestDatabase } from '../../support/services/database.ts';
import { until } from '../../support/until.ts';

let empty: TestDatabase;
let database: Database;

beforeAll(async () => {
  empty = await createDatabase();
  database = await Database.connect({ url: empty.url, poolSize: 12 });
});

afterAll(async () => {
  await database.close();
  await empty.drop();
});

const names: PlainAct[] = [
  ...(['read', 'unread', 'archive', 'unarchive', 'delete', 'unsnooze', 'pin', 'unpin'] as const),
];
const states = [
  { isRead: false, isArchived: false, isSnoozed: false },
  { isRead: true, isArchived: false, isSnoozed: false },
  { isRead: false, isArchived: true, isSnoozed: false },
  { isRead: false, isArchived: false, isSnoozed: true },
];

/** A user with one notification of each state. Returns their ids. */
async function fill(userId: string): Promise<string[]> {
  const ids = states.map(() => randomUUID());
  await database.query('insert into users (id, name) values ($1, $1)', [userId]);
  await database.query('insert into inbox (user_id, seq, unread, unseen) values ($1, 4, 1, 1)', [userId]);
  for (const [index, { isRead, isArchived, isSnoozed }] of states.entries())
    await database.query(
      `insert into notifications (id, user_id, seq, change_seq, type, category, title, message, read_at, archived_at, snoozed_until)
       values ($1, $2, $3, $3, 't', 'c', 't', 'm', $4, $5, $6)`,
      [
        ids[index],
        userId,
        index + 1,
        ...[isRead, isArchived, isSnoozed].map((is) => (is ? new Date() : null)),
      ],
    );
  return ids;
}

interface Counters {
  unread: number;
  unseen: number;
  counted: number;
  isOfNow: boolean;
  isRight: boolean;
}

/** Of the categories: they are counted by the first act that changes something, since the rows are made without. */
const areRight = { isOfNow: true, isRight: true };

const countersOf = (userId: string) =>
  database.query(
    `select i.unread, i.unseen, i.categories_seq = case i.seq when 4 then 0 else i.seq end as "isOfNow",
       i.categories = case when i.seq > 4 and i.unread > 0 then jsonb_build_object('c', i.unread) else '{}' end as "isRight",
       count(n.id) filter (where ${countedSql('n')})::int as counted
     from inbox i left join notifications n on n.user_id = i.user_id where i.user_id = $1 group by i.user_id`,
    [userId],
  );

const upon = (sql: Sql, userId: string, name: PlainAct, ids: string[]) =>
  actOnThese(sql, name, [{ userId, acts: [{ ids }] }], true);

const ways: Record<string, (userId: string, name: PlainAct, ids: string[]) => Promise<unknown>> = {
  'named rows': (userId, name, ids) => upon(database, userId, name, ids),
  'all rows': (userId, name) => actOnAll(database, name, [userId], () => 'true'),
  'the queue': (userId, name, ids) => new ActQueue(database, () => undefined).add(userId, name, ids),
};

const isWaited = async () =>
  (await database.query(`select from pg_stat_activity where wait_event_type = 'Lock'`)).length > 0;

test.each(Object.keys(ways))(
  'an act upon %s that waited for the inbox goes on from what was committed meanwhile',
  async (way) => {
    for (const meanwhile of names)
      for (const then of names) {
        const userId = `${way}: ${meanwhile}, then ${then}`;
        const ids = await fill(userId);
        let acting: Promise<unknown> | undefined;
        await database.transaction(async (sql) => {
          await upon(sql, userId, meanwhile, ids);
          acting = ways[way]!(userId, then, ids);
          await until(isWaited);
        });
        await acting;
        const [{ unread, unseen, counted, isOfNow, isRight }] = (await countersOf(userId)) as unknown as [
          Counters,
        ];
        expect([userId, unread, unseen]).toEqual([userId, counted, counted]);
        expect({ userId, isOfNow, isRight }).toEqual({ userId, ...areRight });
      }
  },
);

test('acts that come together share statements, keep their order, and each has its own seq and count', async () => {
  const [anna, ben] = [await fill('anna'), await fill('ben')];
  const deltas: { userId: string; fromSeq: number; toSeq: number }[] = [];
  const queue = new ActQueue(database, ({ inbox: { userId }, fromSeq, toSeq }) =>
    deltas.push({ userId, fromSeq, toSeq }),
  );
  const results = await Promise.all([
    queue.add('anna', 'read', [anna[0]!]),
    queue.add('ben', 'read', [ben[0]!]),
    queue.add('anna', 'unread', [anna[0]!]),
    queue.add('anna', 'unread', [anna[0]!, anna[1]!]),
    queue.add('anna', 'unread', [anna[1]!]),
    queue.add('anna', 'unread', [ben[0]!]),
  ]);
  expect(results.map(({ rows }) => rows.length)).toEqual([1, 1, 1, 1, 0, 0]);
  expect(results.map(({ rows }) => rows[0]?.changeSeq)).toEqual([5, 5, 6, 7, undefined, undefined]);
  const ofAnna = deltas.filter(({ userId }) => userId === 'anna');
  expect(ofAnna.map(({ fromSeq, toSeq }) => [fromSeq, toSeq])).toEqual([
    [4, 5],
    [5, 7],
  ]);
  expect(await countersOf('anna')).toEqual([{ unread: 2, unseen: 2, counted: 2, ...areRight }]);
});

test('nobody waits for an inbox that is not theirs', async () => {
  const [busy, free] = [await fill('busy'), await fill('free')];
  const queue = new ActQueue(database, () => undefined);
  let waiting: Promise<unknown> | undefined;
  await database.transaction(async (sql) => {
    await upon(sql, 'busy', 'read', busy);
    // The first two take both places, so the last two share a statement.
    const first = [queue.add('busy', 'unread', busy), queue.add('free', 'read', [free[0]!])];
    waiting = Promise.all([first[0], queue.add('busy', 'archive', busy)]);
    await Promise.all([first[1], queue.add('free', 'unread', [free[0]!])]);
    await until(isWaited);
  });
  await waiting;
  expect(await countersOf('busy')).toEqual([{ unread: 0, unseen: 0, counted: 0, ...areRight }]);
  expect(await countersOf('free')).toEqual([{ unread: 1, unseen: 1, counted: 1, ...areRight }]);
});
