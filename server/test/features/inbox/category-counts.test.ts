import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import {
  actOnAll,
  ALL_COUNTS,
  categoriesOf,
  dataOf,
  follow,
  markAllSeen,
  markRead,
  markUnread,
  send,
  type OfCategory,
} from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { queryOn } from '../../support/services/database.ts';
import { createOldDatabase } from '../../support/services/old-database.ts';
import { miscounted } from '../../support/settling.ts';
import { candidate, service } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterEach(async () => expect(await miscounted(server)).toEqual([]));

afterAll(() => server.close());

type Named = { inbox: { counts: { categories: OfCategory[] } } };

/** Somebody of whom nobody has heard. */
const newReader = () => {
  const id = `reader-${randomBytes(4).toString('hex')}`;
  return { id, token: candidate(id) };
};

const sendMany = (recipientIds: string[], category: string) =>
  dataOf(
    server.ask(
      `mutation ($input: CreateNotificationsInput!) { createNotifications(input: $input) { createdCount } }`,
      { input: { recipientIds, type: 'event', category, title: 'To all', message: 'm' } },
      service(),
    ),
  );

const stored = async (userId: string) => {
  const [inbox] = await server.sql<{ isOfNow: boolean; categories: Record<string, number> }>(
    `select categories_seq = seq as "isOfNow", categories from inbox where user_id = $1`,
    [userId],
  );
  return inbox!;
};

describe('the counts of categories', () => {
  test('are those with unread, most first, then by name, of the seq of the other counters', async () => {
    const { id: reader, token } = newReader();
    expect(await categoriesOf(server, token)).toEqual([]);
    await send(server, reader, { category: 'b' });
    const read = await send(server, reader, { category: 'c' });
    await sendMany([reader], 'c');
    await send(server, reader, { category: 'a' });
    expect(await categoriesOf(server, token)).toEqual([
      ['c', 2],
      ['a', 1],
      ['b', 1],
    ]);
    const stream = await follow(server, token);
    await markRead(server, token, read);
    await markUnread(server, token, read);
    await actOnAll(server, token, { act: 'ARCHIVE', upToSeq: 100, filter: { categories: ['c'] } });
    const events = await stream.reaches(4);
    expect(events.map(({ inboxChanges: { counts } }) => [counts.seq, counts.categories[0]])).toEqual([
      [4, { category: 'c', unread: 2, isRest: false }],
      [5, { category: 'a', unread: 1, isRest: false }],
      [6, { category: 'c', unread: 2, isRest: false }],
      [7, { category: 'a', unread: 1, isRest: false }],
    ]);
    await stream.socket.close();
  });

  test('come with each answer that has counters', async () => {
    const { id: reader, token } = newReader();
    const id = await send(server, reader, { category: 'billing' });
    const counts = { unread: 1, categories: [{ category: 'billing', unread: 1, isRest: false }] };
    const asked = await dataOf(
      server.ask(
        `query ($id: ID!) {
          inbox { ${ALL_COUNTS} }
          notification(id: $id) { inbox { ${ALL_COUNTS} } }
          notifications { inbox { ${ALL_COUNTS} } edges { node { inbox { ${ALL_COUNTS} } } } }
          inboxChanges(afterSeq: 0) { ${ALL_COUNTS} }
        }`,
        { id },
        token,
      ),
    );
    expect(asked).toMatchObject({
      inbox: { counts },
      notification: { inbox: { counts } },
      notifications: { inbox: { counts }, edges: [{ node: { inbox: { counts } } }] },
      inboxChanges: { counts },
    });
    const done = await dataOf(
      server.ask(
        `mutation ($id: [ID!]!, $upToSeq: Int!) {
          markAllAsSeen(upToSeq: $upToSeq) { inbox { ${ALL_COUNTS} } }
          markAllAsShown(upToSeq: $upToSeq) { inbox { ${ALL_COUNTS} } }
          archiveNotifications(ids: $id) { inbox { ${ALL_COUNTS} } }
        }`,
        { id: [id], upToSeq: 1 },
        token,
      ),
    );
    expect(done).toMatchObject({
      markAllAsSeen: { inbox: { counts } },
      markAllAsShown: { inbox: { counts } },
      archiveNotifications: { inbox: { counts: { unread: 0, categories: [] } } },
    });
  });

  test('take any name that a category may have', async () => {
    const { id: reader, token } = newReader();
    const names = [
      '__proto__',
      'constructor',
      'other',
      '%s $1 "\'\\',
      '🎻'.repeat(50),
      'hasOwnProperty',
      'إشعار',
    ];
    for (const category of names) await send(server, reader, { category });
    expect(new Map(await categoriesOf(server, token))).toEqual(new Map(names.map((name) => [name, 1])));
    await actOnAll(server, token, { act: 'READ', upToSeq: 100, filter: { categories: ['__proto__'] } });
    expect(await categoriesOf(server, token)).toHaveLength(names.length - 1);
  });

  test('are of 100 by name, and of the rest as one, which is no category that is called so', async () => {
    const { id: reader, token } = newReader();
    const ids = new Map<string, string>();
    for (let index = 0; index < 100; index++)
      ids.set(`c${index}`, await send(server, reader, { category: `c${index}` }));
    expect(await categoriesOf(server, token)).toHaveLength(100);
    ids.set('other', await send(server, reader, { category: 'other' }));
    for (let time = 0; time < 3; time++) await send(server, reader, { category: 'late' });
    await send(server, reader, { category: 'c7' });
    expect(Object.keys((await stored(reader)).categories)).toHaveLength(101);
    let counted = await categoriesOf(server, token);
    expect([counted.length, counted[0], counted.at(-1)]).toEqual([101, ['c7', 2], ['rest', 4]]);

    // Whoever has become larger has a name of its own as soon as the reader does something.
    await markRead(server, token, ids.get('c50')!);
    counted = await categoriesOf(server, token);
    expect([counted.length, counted[0], counted.at(-1)]).toEqual([101, ['late', 3], ['rest', 1]]);
    await markRead(server, token, ids.get('c51')!);
    // The rest is one of those with one unread, and `other` has a name of its own.
    const { inbox } = await dataOf(server.ask<Named>(`{ inbox { ${ALL_COUNTS} } }`, {}, token));
    expect(inbox.counts.categories.filter(({ category }) => category === 'other')).toEqual([
      { category: 'other', unread: 1, isRest: false },
    ]);
  });

  test('move with a row that grows into another category', async () => {
    const { id: reader, token } = newReader();
    const grow = (category: string) => send(server, reader, { category, groupKey: 'one' });
    await grow('a');
    await grow('a');
    expect(await categoriesOf(server, token)).toEqual([['a', 1]]);
    const id = await grow('b');
    expect(await categoriesOf(server, token)).toEqual([['b', 1]]);
    await markRead(server, token, id);
    await grow('a');
    expect(await categoriesOf(server, token)).toEqual([['a', 1]]);
    expect(await stored(reader)).toEqual({ isOfNow: true, categories: { a: 1 } });
  });
});

const isWaited = async () => {
  const waiting = await server.sql(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return waiting.length > 0;
};

describe('beside the version before, which moves an inbox without them', () => {
  /** As that version adds a notification. */
  const ADD = `with i as (
      update inbox set seq = seq + 1, unread = unread + 1, unseen = unseen + 1 where user_id = $1 returning seq
    )
    insert into notifications (id, user_id, seq, change_seq, type, category, title, message)
    select gen_random_uuid(), $1, seq, seq, 't', $2, 't', 'm' from i`;
  /** And as it marks all of one category read. */
  const READ = `with i as (
      update inbox set seq = seq + 1, unread = unread - 1, unseen = unseen - 1 where user_id = $1 returning seq
    )
    update notifications set read_at = now(), change_seq = i.seq from i where user_id = $1 and category = $2`;

  test('they are right at once, and stored again by the next change', async () => {
    const { id: reader, token } = newReader();
    await send(server, reader, { category: 'a' });
    // The sum is what it was.
    await server.sql(ADD, [reader, 'b']);
    await server.sql(READ, [reader, 'a']);
    expect(await stored(reader)).toEqual({ isOfNow: false, categories: { a: 1 } });
    expect(await categoriesOf(server, token)).toEqual([['b', 1]]);
    await send(server, reader, { category: 'a' });
    expect(await stored(reader)).toEqual({ isOfNow: true, categories: { a: 1, b: 1 } });

    await server.sql(ADD, [reader, 'b']);
    const id = await send(server, reader, { category: 'c' });
    await server.sql(ADD, [reader, 'c']);
    await markRead(server, token, id);
    expect(await stored(reader)).toEqual({ isOfNow: true, categories: { a: 1, b: 2, c: 1 } });
    await server.sql(ADD, [reader, 'd']);
    await markAllSeen(server, token, 100);
    expect(await stored(reader)).toEqual({ isOfNow: true, categories: { a: 1, b: 2, c: 1, d: 1 } });
  });

  test('also for what has begun before, and waits for the inbox', async () => {
    const acts: Record<string, (reader: string, token: string) => Promise<unknown>> = {
      'send one': (reader) => send(server, reader, { category: 'b' }),
      'send to several': (reader) => sendMany([reader, `${reader}-too`], 'b'),
      'read all': (_, token) => actOnAll(server, token, { act: 'READ', upToSeq: 1 }),
      'see all': (_, token) => markAllSeen(server, token, 100),
    };
    for (const [name, act] of Object.entries(acts)) {
      const { id: reader, token } = newReader();
      await send(server, reader, { category: 'c' });
      const before = new pg.Client(server.databaseUrl);
      await before.connect();
      await before.query('begin');
      await before.query('select from inbox where user_id = $1 for update', [reader]);
      const acting = act(reader, token);
      await until(isWaited);
      await before.query(ADD, [reader, 'a']);
      await before.query('commit');
      await before.end();
      await acting;
      const { isOfNow } = await stored(reader);
      expect({ name, isOfNow, wrong: await miscounted(server) }).toEqual({ name, isOfNow: true, wrong: [] });
    }
  });
});

test('an inbox that was there before has them at once', async () => {
  const old = await createOldDatabase('023-offline-acts');
  const sql = queryOn(old.url);
  await sql(`insert into users (id, name) values ('reader', 'Reader'), ('quiet', 'Quiet')`);
  await sql(
    `insert into inbox (user_id, seq, unread, unseen) values ('reader', 3, 2, 2), ('quiet', 0, 0, 0)`,
  );
  await sql(
    `insert into notifications (id, user_id, seq, change_seq, type, category, title, message, read_at)
     select gen_random_uuid(), 'reader', n, n, 't', 'c' || n % 2, 't', 'm', case n when 1 then now() end
     from generate_series(1, 3) n`,
  );
  const upgraded = await startServer({}, old.url);
  expect(await categoriesOf(upgraded, candidate('quiet'))).toEqual([]);
  expect(await categoriesOf(upgraded, candidate('reader'))).toEqual([
    ['c0', 1],
    ['c1', 1],
  ]);
  await send(upgraded, 'reader', { category: 'c1' });
  expect(
    await upgraded.sql(`select categories from inbox where user_id = 'reader' and categories_seq = 4`),
  ).toEqual([{ categories: { c0: 1, c1: 2 } }]);
  await upgraded.close();
  await old.drop();
});
