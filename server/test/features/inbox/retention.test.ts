import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Database } from '../../../src/platform/postgres/database.ts';
import { purgeTombstones } from '../../../src/inbox/tombstones.ts';
import {
  countsOf,
  dataOf,
  follow,
  listOf,
  markRead,
  markUnread,
  send,
  sendMany,
} from '../../support/acts.ts';
import { ageBy, DAYS, expireNow, removeNow } from '../../support/retention.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';
import { act } from '../../support/triage.ts';
import { until } from '../../support/until.ts';

let server: TestServer;
let database: Database;
let people = 0;

beforeAll(async () => {
  // It removes by itself what has expired, and nothing else: what was read is removed here when a test says so.
  server = await startServer();
  database = await Database.connect({ url: server.databaseUrl, poolSize: 4 });
});

afterAll(async () => {
  await database.close();
  await server.close();
});

function newPerson() {
  const name = `person ${++people}`;
  return { name, token: candidate(name) };
}

const idsOf = async (token: string) =>
  (await listOf(server, token, { state: 'ALL' })).map(({ id }) => id).sort();

const readAll = async (token: string, ids: readonly string[]) => {
  for (const id of ids) await dataOf(markRead(server, token, id));
};

describe('what was read', () => {
  test('is removed so many days after it was read, however old it is', async () => {
    const { name, token } = newPerson();
    const [old, young, unread, archived] = await sendMany(server, name, 4);
    await server.sql(
      `update notifications set created_at = created_at - interval '400 days' where user_id = $1`,
      [name],
    );
    await readAll(token, [old!, young!, archived!]);
    await dataOf(
      server.ask(
        'mutation ($id: ID!) { archiveNotifications(ids: [$id]) { affectedCount } }',
        { id: archived },
        token,
      ),
    );
    await ageBy(server, DAYS, [old!, archived!]);
    await ageBy(server, DAYS - 1, [young!]);
    await removeNow(database);
    expect(await idsOf(token)).toEqual([young, unread].sort());
    expect(await countsOf(server, token)).toMatchObject({ unread: 1 });
  });

  test('stays while it asks for an answer', async () => {
    const { name, token } = newPerson();
    const question = await send(server, name, { actions: [{ id: 'yes', label: 'Yes' }] });
    await readAll(token, [question]);
    await ageBy(server, DAYS, [question]);
    await removeNow(database);
    expect(await idsOf(token)).toEqual([question]);
    await dataOf(
      server.ask(
        'mutation ($id: ID!) { performAction(id: $id, actionId: "yes") { notification { id } } }',
        { id: question },
        token,
      ),
    );
    await removeNow(database);
    expect(await idsOf(token)).toEqual([]);
  });

  test('stays while it is pinned or snoozed', async () => {
    const { name, token } = newPerson();
    const [pinned, snoozed, plain] = await sendMany(server, name, 3);
    await readAll(token, [pinned!, snoozed!, plain!]);
    await act(server, token, 'PIN', [pinned!]);
    await act(server, token, 'SNOOZE', [snoozed!]);
    await ageBy(server, DAYS, [pinned!, snoozed!, plain!]);
    await removeNow(database);
    expect(await idsOf(token)).toEqual([pinned, snoozed].sort());
    await act(server, token, 'UNPIN', [pinned!]);
    await removeNow(database);
    expect(await idsOf(token)).toEqual([snoozed]);
  });

  test('stays for ever where nobody said for how long', async () => {
    const { name, token } = newPerson();
    const id = await send(server, name);
    await readAll(token, [id]);
    await ageBy(server, 10_000, [id]);
    await removeNow(database, null);
    expect(await idsOf(token)).toEqual([id]);
  });

  test('is removed by a server that was told for how long', async () => {
    const told = await startServer({ RETENTION_DAYS: String(DAYS) });
    const id = await send(told, 'reader');
    await dataOf(markRead(told, candidate('reader'), id));
    await ageBy(told, DAYS, [id]);
    await until(async () => (await listOf(told, candidate('reader'))).length === 0, { timeoutMs: 60_000 });
    await told.close();
  }, 90_000);
});

describe('what has expired', () => {
  test('is removed within a minute, read or not, asked or not, out of the counters, before the eyes of its reader', async () => {
    const { name, token } = newPerson();
    const expiresAt = new Date(Date.now() + 4_000).toISOString();
    const ids = await sendMany(server, name, 2, { expiresAt });
    const question = await send(server, name, { expiresAt, actions: [{ id: 'yes', label: 'Yes' }] });
    const staying = await send(server, name, { expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
    await readAll(token, [ids[0]!]);
    const { events } = await follow(server, token);
    await until(() => events.at(-1)!.inboxChanges.counts.unread === 1, { timeoutMs: 60_000 });
    const last = events.at(-1)!.inboxChanges;
    expect(last).toMatchObject({ upserted: [], resync: false, counts: { unread: 1, unseen: 1 } });
    expect(events.flatMap(({ inboxChanges }) => inboxChanges.removedIds).sort()).toEqual(
      [...ids, question].sort(),
    );
    expect(await idsOf(token)).toEqual([staying]);
    const { notification } = await dataOf(
      server.ask('query ($id: ID!) { notification(id: $id) { id } }', { id: question }, token),
    );
    expect(notification).toBeNull();
    const { code } = await server.ask(
      'mutation ($id: ID!) { performAction(id: $id, actionId: "yes") { notification { id } } }',
      { id: question },
      token,
    );
    expect(code).toBe('NOT_FOUND');
  }, 90_000);

  test('says until when it means something', async () => {
    const { name, token } = newPerson();
    const expiresAt = '2031-11-26T09:30:00.000Z';
    const [timed, other] = [await send(server, name, { expiresAt }), await send(server, name)];
    const read = 'query ($id: ID!) { notification(id: $id) { expiresAt } }';
    expect((await server.ask(read, { id: timed }, token)).data).toEqual({ notification: { expiresAt } });
    expect((await server.ask(read, { id: other }, token)).data).toEqual({
      notification: { expiresAt: null },
    });
  });
});

test('however much there is, it goes in pieces that are told one by one', async () => {
  const { name, token } = newPerson();
  const first = await send(server, name);
  const { events } = await follow(server, token);
  await server.sql(
    `insert into notifications (user_id, seq, change_seq, type, category, title, message, expires_at)
     select $1, n + 1, n + 1, 'graded', 'general', 't', 'm', now() from generate_series(1, 450) n`,
    [name],
  );
  await server.sql('update inbox set seq = 451, unread = 451, unseen = 451 where user_id = $1', [name]);
  await until(() => events.at(-1)!.inboxChanges.counts.unread === 451);
  await removeNow(database);
  await until(() => events.at(-1)!.inboxChanges.counts.unread === 1);
  expect(events.filter(({ inboxChanges }) => inboxChanges.resync)).toEqual([]);
  expect(await countsOf(server, token)).toMatchObject({ unread: 1, unseen: 1 });
  expect(await idsOf(token)).toEqual([first]);
});

test('an inbox that somebody is changing is waited for when the others have had their turn', async () => {
  const [held, free] = [newPerson(), newPerson()];
  const ids = [await send(server, held.name), await send(server, free.name)];
  await expireNow(server, ids);
  let removal: Promise<void> | undefined;
  await database.transaction(async (sql) => {
    await sql.query('select from inbox where user_id = $1 for update', [held.name]);
    removal = removeNow(database);
    await until(async () => (await idsOf(free.token)).length === 0);
    expect(await idsOf(held.token)).toEqual([ids[0]]);
  });
  await removal;
  expect(await idsOf(held.token)).toEqual([]);
});

test('what its reader marks unread at the last moment stays', async () => {
  const { name, token } = newPerson();
  const id = await send(server, name);
  await readAll(token, [id]);
  const slow = {
    query: async <Row>(text: string, values?: readonly unknown[]) => {
      const rows = await database.query<Row>(text, values);
      if (text.startsWith('select') && rows.length > 0) await dataOf(markUnread(server, token, id));
      return rows;
    },
  } as Database;
  await ageBy(server, DAYS, [id]);
  await removeNow(slow);
  expect(await idsOf(token)).toEqual([id]);
  expect(await countsOf(server, token)).toMatchObject({ unread: 1 });
});

test('several replicas at once do it once', async () => {
  const { name, token } = newPerson();
  const ids = await sendMany(server, name, 20);
  await expireNow(server, ids);
  await Promise.all(Array.from({ length: 4 }, () => removeNow(database)));
  expect(await countsOf(server, token)).toMatchObject({ unread: 0, unseen: 0 });
  const tombs = await server.sql('select from tombstones where user_id = $1', [name]);
  expect(tombs).toHaveLength(20);
});

test('whoever was away longer than removals are remembered reads anew', async () => {
  const { name, token } = newPerson();
  const ids = await sendMany(server, name, 3);
  await expireNow(server, ids.slice(0, 1));
  await removeNow(database);
  await server.sql(`update tombstones set removed_at = removed_at - interval '31 days' where user_id = $1`, [
    name,
  ]);
  await purgeTombstones(database, 30);
  const changes = async (afterSeq: number) => {
    const { inboxChanges } = await dataOf(
      server.ask<{ inboxChanges: { resync: boolean; toSeq: number } }>(
        'query ($afterSeq: Int!) { inboxChanges(afterSeq: $afterSeq) { resync toSeq } }',
        { afterSeq },
        token,
      ),
    );
    return inboxChanges;
  };
  expect(await changes(3)).toEqual({ resync: true, toSeq: 4 });
  expect(await changes(4)).toEqual({ resync: false, toSeq: 4 });
});
