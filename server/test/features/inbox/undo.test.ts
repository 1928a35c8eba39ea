import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { countsOf, dataOf, follow, listOf, send, sendMany } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';
import {
  act,
  askToActOnAll,
  askToUndo,
  factsOf,
  inAnHour,
  recentActs,
  statesOf,
  undo,
  type ActName,
} from '../../support/triage.ts';

let server: TestServer;
let people = 0;
let name: string;
let token: string;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server?.close());

beforeEach(() => {
  name = `undoes ${++people}`;
  token = candidate(name);
});

async function expectFacts(): Promise<void> {
  const { unread, unseen, trueUnread, trueUnseen } = await factsOf(server, name);
  expect({ unread, unseen }).toEqual({ unread: trueUnread, unseen: trueUnseen });
}

const ACTS: ActName[] = [
  ...(['READ', 'UNREAD', 'ARCHIVE', 'UNARCHIVE', 'DELETE'] as const),
  ...(['SNOOZE', 'UNSNOOZE', 'PIN', 'UNPIN'] as const),
];
const BEFORE: ActName[][] = [
  [],
  ['READ'],
  ['ARCHIVE'],
  ['SNOOZE'],
  ['PIN'],
  ['READ', 'ARCHIVE'],
  ['READ', 'SNOOZE'],
  ['SNOOZE', 'READ'],
];

describe('everything about a row is as it was', () => {
  test.each(BEFORE.flatMap((before) => ACTS.map((name) => [before, name] as const)))(
    'after %j, %s and its undoing',
    async (before, last) => {
      const [id] = await sendMany(server, name, 2);
      for (const one of before) await act(server, token, one, [id!]);
      const was = await statesOf(server, name);
      const counts = await countsOf(server, token);
      const { undoId, affectedCount } = await act(server, token, last, [id!], inAnHour(5));
      await expectFacts();
      expect(undoId === null).toBe(affectedCount === 0);
      if (undoId === null) return;
      const undone = await undo(server, token, undoId);
      expect(undone).toEqual({
        affectedCount: 1,
        inbox: { counts: { ...counts, seq: counts.seq + 2 } },
        undoId: null,
      });
      expect(await statesOf(server, name)).toEqual(was);
      expect(await server.sql('select from tombstones where user_id = $1', [name])).toEqual([]);
    },
  );
});

test('what was changed since, by anything, is left', async () => {
  const ids = await sendMany(server, name, 4, { subject: { type: 'course', id: '1' } });
  const { undoId } = await act(server, token, 'ARCHIVE', ids);
  await act(server, token, 'READ', [ids[0]!]);
  await act(server, token, 'DELETE', [ids[1]!]);
  await act(server, token, 'PIN', [ids[2]!]);
  expect(await undo(server, token, undoId)).toMatchObject({ affectedCount: 1 });
  expect((await listOf(server, token)).map(({ id }) => id)).toEqual([ids[3]]);
  expect(await listOf(server, token, { state: 'ARCHIVED' })).toHaveLength(2);
  await expectFacts();
});

test('twice is once', async () => {
  const id = await send(server, name);
  const { undoId } = await act(server, token, 'READ', [id]);
  expect(await undo(server, token, undoId)).toMatchObject({ affectedCount: 1 });
  const counts = { seq: 3, unread: 1, unseen: 1 };
  expect(await undo(server, token, undoId)).toMatchObject({ affectedCount: 0, inbox: { counts } });
});

test('two devices at the same moment bring it back once', async () => {
  const ids = await sendMany(server, name, 3);
  const { undoId } = await act(server, token, 'DELETE', ids);
  const answers = await Promise.all(Array.from({ length: 6 }, () => undo(server, token, undoId)));
  expect(answers.reduce((sum, { affectedCount }) => sum + affectedCount, 0)).toBe(3);
  expect(await countsOf(server, token)).toEqual({ seq: 5, unread: 3, unseen: 3 });
});

test('other people’s acts, and what never was, are not found, whoever asks', async () => {
  const id = await send(server, name);
  const { undoId } = await act(server, token, 'ARCHIVE', [id]);
  expect((await askToUndo(server, candidate('curious'), undoId)).code).toBe('NOT_FOUND');
  for (const wrong of [randomUUID(), 'constructor', '', '\u202e🔔'])
    expect((await askToUndo(server, token, wrong)).code).toBe('NOT_FOUND');
  expect(await recentActs(server, candidate('curious'))).toEqual([]);
  expect(await undo(server, token, undoId)).toMatchObject({ affectedCount: 1 });
});

test('after ten minutes it is too late', async () => {
  const [first, second] = await sendMany(server, name, 2);
  const late = await act(server, token, 'ARCHIVE', [first!]);
  const inTime = await act(server, token, 'ARCHIVE', [second!]);
  const age = (id: string | null, seconds: number) =>
    server.sql('update acts set at = at - make_interval(secs => $2) where id = $1', [id, seconds]);
  await age(late.undoId, 601);
  await age(inTime.undoId, 540);
  expect((await recentActs(server, token)).map(({ id }) => id)).toEqual([inTime.undoId]);
  expect((await askToUndo(server, token, late.undoId)).code).toBe('NOT_FOUND');
  expect(await undo(server, token, inTime.undoId)).toMatchObject({ affectedCount: 1 });
});

test('what was done of late is told newest first, 20 at most, without what is undone', async () => {
  const ids = await sendMany(server, name, 3);
  const archived = await act(server, token, 'ARCHIVE', ids);
  const pinned = await act(server, token, 'PIN', [ids[0]!]);
  await act(server, token, 'PIN', [ids[0]!]);
  const at = expect.stringMatching(/^\d{4}-.*Z$/) as unknown as string;
  expect(await recentActs(server, token)).toEqual([
    { id: pinned.undoId, act: 'PIN', affectedCount: 1, at },
    { id: archived.undoId, act: 'ARCHIVE', affectedCount: 3, at },
  ]);
  await undo(server, token, pinned.undoId);
  expect((await recentActs(server, token)).map(({ act: what }) => what)).toEqual(['ARCHIVE']);
  for (let turn = 0; turn < 12; turn++)
    for (const what of ['PIN', 'UNPIN'] as const) await act(server, token, what, [ids[1]!]);
  const acts = await recentActs(server, token);
  expect(acts).toHaveLength(20);
  expect(acts[0]!.act).toBe('UNPIN');
});

test('marks that share a statement are each undone by themselves', async () => {
  const ids = await sendMany(server, name, 5);
  const marks = await Promise.all(ids.map((id) => act(server, token, 'READ', [id])));
  expect(new Set(marks.map(({ undoId }) => undoId)).size).toBe(5);
  await undo(server, token, marks[2]!.undoId);
  expect((await listOf(server, token, { state: 'UNREAD' })).map(({ id }) => id)).toEqual([ids[2]]);
});

test('10,000 rows come back in one answer and one delta', async () => {
  await send(server, name);
  await server.sql(
    `insert into notifications (id, user_id, seq, change_seq, type, category, title, message)
     select gen_random_uuid(), $1, 1 + n, 1 + n, 'graded', 'general', 'No. ' || n, 'See.' from generate_series(1, 9999) n`,
    [name],
  );
  await server.sql('update inbox set seq = 10000, unread = 10000, unseen = 10000 where user_id = $1', [name]);
  for (const what of ['DELETE', 'SNOOZE']) {
    const upToSeq = 10_000;
    const { done } = await dataOf(askToActOnAll(server, token, { act: what, upToSeq, until: inAnHour() }));
    expect(done).toMatchObject({ affectedCount: 10_000, inbox: { counts: { unread: 0 } } });
    const stream = await follow(server, token);
    const undone = await undo(server, token, done.undoId);
    expect(undone).toMatchObject({ affectedCount: 10_000, inbox: { counts: { unread: 10_000 } } });
    await stream.reaches(2);
    expect(stream.events[1]!.inboxChanges).toMatchObject({ resync: true, counts: { unread: 10_000 } });
  }
  await expectFacts();
}, 60_000);

test.each(['UNPIN', 'DELETE'] as const)(
  'undoing %s where there are 50 other pins by now is refused, and changes nothing',
  async (what) => {
    const ids = await sendMany(server, name, 51);
    await act(server, token, 'PIN', [ids[0]!]);
    const { undoId } = await act(server, token, what, [ids[0]!]);
    await act(server, token, 'PIN', ids.slice(1));
    const counts = await countsOf(server, token);
    expect((await askToUndo(server, token, undoId)).code).toBe('CONFLICT');
    expect(await countsOf(server, token)).toEqual(counts);
    await act(server, token, 'UNPIN', [ids[1]!]);
    expect(await undo(server, token, undoId)).toMatchObject({ affectedCount: 1 });
  },
);

test('what nothing was changed by is no act', async () => {
  const id = await send(server, name);
  for (const what of ['UNREAD', 'UNARCHIVE', 'UNSNOOZE', 'UNPIN'] as const)
    expect(await act(server, token, what, [id])).toMatchObject({ affectedCount: 0, undoId: null });
  const { done } = await dataOf(askToActOnAll(server, token, { act: 'READ', upToSeq: 0 }));
  expect(done).toMatchObject({ affectedCount: 0, undoId: null });
  expect(await recentActs(server, token)).toEqual([]);
});
