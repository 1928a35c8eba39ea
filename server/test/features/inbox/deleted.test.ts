// What a reader has deleted is nowhere, until they take that back or cannot any more.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { forgetDeleted } from '../../../src/inbox/acts/forget.ts';
import { Database } from '../../../src/platform/postgres/database.ts';
import { dataOf, follow, listOf, send, sendMany, type Delta } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';
import { act, factsOf, statesOf, undo } from '../../support/triage.ts';
import { until } from '../../support/until.ts';

let server: TestServer;
let database: Database;
let people = 0;
let name: string;
let token: string;

beforeAll(async () => {
  server = await startServer();
  database = await Database.connect({ url: server.databaseUrl, poolSize: 2 });
});

afterAll(async () => {
  await database?.close();
  await server?.close();
});

beforeEach(() => {
  name = `deletes ${++people}`;
  token = candidate(name);
});

async function expectFacts(): Promise<void> {
  const { unread, unseen, trueUnread, trueUnseen } = await factsOf(server, name);
  expect({ unread, unseen }).toEqual({ unread: trueUnread, unseen: trueUnseen });
}

const missed = async (afterSeq: number): Promise<Delta> => {
  const query = `query ($afterSeq: Int!) { inboxChanges(afterSeq: $afterSeq) { upserted { id } removedIds toSeq } }`;
  return (await dataOf(server.ask<{ inboxChanges: Delta }>(query, { afterSeq }, token))).inboxChanges;
};

test('comes back to whoever saw it go, and is never missed by whoever did not', async () => {
  const [first, second] = await sendMany(server, name, 2);
  const stream = await follow(server, token);
  const { undoId } = await act(server, token, 'DELETE', [first!]);
  await undo(server, token, undoId);
  await stream.reaches(3);
  const deltas = stream.events.slice(1).map(({ inboxChanges }) => inboxChanges);
  expect(deltas).toMatchObject([
    { upserted: [], removedIds: [first], counts: { unread: 1 } },
    { upserted: [{ id: first, seq: 1, changeSeq: 4 }], removedIds: [], counts: { unread: 2 } },
  ]);
  expect(await missed(2)).toMatchObject({ upserted: [{ id: first }], removedIds: [], toSeq: 4 });
  expect(await missed(0)).toMatchObject({ upserted: [{ id: second }, { id: first }], removedIds: [] });
});

test('is nowhere meanwhile', async () => {
  const subject = { type: 'course', id: name };
  const id = await send(server, name, { title: 'Needle', subject });
  await until(async () => (await listOf(server, token, { search: 'needle' })).length === 1);
  await act(server, token, 'DELETE', [id]);
  for (const filter of [{ state: 'ALL' }, { state: 'ALL', search: 'needle' }, { state: 'ALL', subject }])
    expect(await listOf(server, token, filter)).toEqual([]);
  const { data } = await server.ask(
    `query ($id: ID!) { notification(id: $id) { id } node(id: $id) { id } unreadCount(filter: { state: ALL }) }`,
    { id },
    token,
  );
  expect(data).toEqual({ notification: null, node: null, unreadCount: 0 });
  for (const what of ['READ', 'ARCHIVE', 'PIN'] as const)
    expect(await act(server, token, what, [id]).catch(() => ({ affectedCount: 0 }))).toMatchObject({
      affectedCount: 0,
    });
  expect(await missed(1)).toMatchObject({ upserted: [], removedIds: [id] });
});

test('is found again by its words, also where it was deleted before they were taken in', async () => {
  const id = await send(server, name, { title: 'Haystack' });
  const { undoId } = await act(server, token, 'DELETE', [id]);
  await undo(server, token, undoId);
  await until(async () => (await listOf(server, token, { search: 'haystack' })).length === 1);
});

test('goes for good once it is too late, with what was planned of it, and not before', async () => {
  const ids = await sendMany(server, name, 3);
  const { undoId } = await act(server, token, 'DELETE', ids.slice(0, 2));
  await server.sql(
    `update all_notifications set deleted_at = deleted_at - interval '12 minutes' where id = $1`,
    [ids[0]],
  );
  await forgetDeleted(database);
  const left = await server.sql<{ id: string }>(
    'select id from all_notifications where user_id = $1 order by seq',
    [name],
  );
  expect(left.map(({ id }) => id)).toEqual(ids.slice(1));
  expect(await undo(server, token, undoId)).toMatchObject({ affectedCount: 1 });
  expect(await listOf(server, token)).toHaveLength(2);
  expect(await missed(0)).toMatchObject({ removedIds: [ids[0]] });
  await expectFacts();
});

test('and answered meanwhile comes back answered, read, and asks nobody', async () => {
  const other = `${name} too`;
  const actions = [{ id: 'yes', label: 'Yes' }];
  const sent = { actions, subject: { type: 'leave', id: name }, requestKey: 'k' };
  const mine = await send(server, name, sent);
  const theirs = await send(server, other, sent);
  const { undoId } = await act(server, token, 'DELETE', [mine]);
  await dataOf(
    server.ask(
      'mutation ($id: ID!) { performAction(id: $id, actionId: "yes") { notification { id } } }',
      { id: theirs },
      candidate(other),
    ),
  );
  expect(await listOf(server, token, { state: 'ALL' })).toEqual([]);
  expect(await undo(server, token, undoId)).toMatchObject({
    affectedCount: 1,
    inbox: { counts: { unread: 0, unseen: 0 } },
  });
  const [row] = await statesOf(server, name);
  expect(row).toMatchObject({ actions: null, outcome: { action: { id: 'yes' } } });
  expect(row!.read_at).not.toBeNull();
  await expectFacts();
});
