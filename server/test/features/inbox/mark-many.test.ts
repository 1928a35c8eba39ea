import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countsOf, dataOf, listOf, sendMany } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

interface Bulk {
  affectedCount: number;
  undoId: string | null;
  inbox: { counts: { unread: number; seq: number } };
}

const mark = async (userId: string, as: 'Read' | 'Unread', ids: string[]) => {
  const name = `markNotificationsAs${as}`;
  const text = `mutation ($ids: [ID!]!) { ${name}(ids: $ids) { affectedCount undoId inbox { counts { unread seq } } } }`;
  const data = await dataOf(server.ask<Record<string, Bulk>>(text, { ids }, candidate(userId)));
  return data[name]!;
};

const readOf = async (userId: string) =>
  (await listOf(server, candidate(userId))).filter(({ isRead }) => isRead).map(({ title }) => title);

test('several are marked in one change, which is undone as one', async () => {
  const ids = await sendMany(server, 'ann', 4);
  const { seq } = await countsOf(server, candidate('ann'));
  const read = await mark('ann', 'Read', ids.slice(0, 3));
  expect(read).toMatchObject({ affectedCount: 3, inbox: { counts: { unread: 1, seq: seq + 1 } } });
  expect(await readOf('ann')).toEqual(['No. 3', 'No. 2', 'No. 1']);
  expect(await mark('ann', 'Read', ids.slice(0, 3))).toMatchObject({ affectedCount: 0, undoId: null });
  const unread = await mark('ann', 'Unread', [ids[0]!, ids[3]!]);
  expect(unread).toMatchObject({ affectedCount: 1, inbox: { counts: { unread: 2 } } });
  const UNDO = 'mutation ($id: ID!) { undo(id: $id) { affectedCount } }';
  const undone = await dataOf(server.ask(UNDO, { id: read.undoId }, candidate('ann')));
  // One of them was changed since.
  expect(undone).toEqual({ undo: { affectedCount: 2 } });
  expect(await readOf('ann')).toEqual([]);
});

test('other people’s are not there', async () => {
  const ids = await sendMany(server, 'ben', 2);
  expect(await mark('ann', 'Read', ids)).toMatchObject({ affectedCount: 0, undoId: null });
  expect(await readOf('ben')).toEqual([]);
});

test('none, or more than 200, are refused', async () => {
  for (const count of [0, 201]) {
    const ids = Array.from({ length: count }, () => crypto.randomUUID());
    const text = 'mutation ($ids: [ID!]!) { markNotificationsAsRead(ids: $ids) { affectedCount } }';
    const { errors } = await server.ask(text, { ids }, candidate('ann'));
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});
