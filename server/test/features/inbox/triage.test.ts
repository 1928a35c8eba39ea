import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { countsOf, follow, listOf, markAllSeen, send, sendMany } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';
import { act, askToAct, askToActOnAll, factsOf, inAnHour, type ActUponThese } from '../../support/triage.ts';

let server: TestServer;
let people = 0;
let name: string;
let token: string;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

beforeEach(() => {
  name = `sorts ${++people}`;
  token = candidate(name);
});

const STATES = ['INBOX', 'UNREAD', 'READ', 'ARCHIVED', 'SNOOZED', 'ALL'];
const statesIn = async (id: string) => {
  const lists = await Promise.all(STATES.map((state) => listOf(server, token, { state })));
  return STATES.filter((_, index) => lists[index]!.some((row) => row.id === id));
};
const of = (id: string) =>
  server
    .ask<{
      notification: { snoozedUntil: string | null; isPinned: boolean; changeSeq: number; seq: number } | null;
    }>(`query ($id: ID!) { notification(id: $id) { snoozedUntil isPinned seq changeSeq } }`, { id }, token)
    .then(({ data }) => data.notification);

describe('snoozing', () => {
  test('takes it out of the inbox and the counters, and unsnoozing puts it back to where it was', async () => {
    const [first, second] = await sendMany(server, name, 2);
    const until = inAnHour();
    const snoozed = await act(server, token, 'SNOOZE', [first!], until);
    const counts = { seq: 3, unread: 1, unseen: 1 };
    expect(snoozed).toEqual({ affectedCount: 1, inbox: { counts }, undoId: expect.any(String) });
    expect(await statesIn(first!)).toEqual(['SNOOZED', 'ALL']);
    expect(await of(first!)).toEqual({ snoozedUntil: until, isPinned: false, seq: 1, changeSeq: 3 });
    await act(server, token, 'UNSNOOZE', [first!]);
    expect(await statesIn(first!)).toEqual(['INBOX', 'UNREAD', 'ALL']);
    expect((await listOf(server, token)).map(({ id }) => id)).toEqual([second, first]);
    expect(await countsOf(server, token)).toEqual({ seq: 4, unread: 2, unseen: 2 });
    expect((await of(first!))!.snoozedUntil).toBeNull();
  });

  test('again is another time; the same time is nothing', async () => {
    const id = await send(server, name);
    const [soon, late] = [inAnHour(), inAnHour(2)];
    for (const [until, affectedCount] of [
      [soon, 1],
      [soon, 0],
      [late, 1],
    ] as const)
      expect(await act(server, token, 'SNOOZE', [id], until)).toMatchObject({ affectedCount });
    expect((await of(id))!.snoozedUntil).toBe(late);
    expect(await countsOf(server, token)).toEqual({ seq: 3, unread: 0, unseen: 0 });
  });

  test.each([
    ['now', () => new Date().toISOString()],
    ['yesterday', () => inAnHour(-24)],
    ['in more than a year', () => inAnHour(367 * 24)],
  ])('until %s is refused, and changes nothing', async (_when, moment) => {
    const id = await send(server, name);
    const until = moment();
    expect((await askToAct(server, token, 'SNOOZE', { ids: [id], until })).code).toBe('BAD_USER_INPUT');
    const all = { act: 'SNOOZE', upToSeq: 9, until };
    expect((await askToActOnAll(server, token, all)).code).toBe('BAD_USER_INPUT');
    expect(await countsOf(server, token)).toEqual({ seq: 1, unread: 1, unseen: 1 });
  });

  test('all without an end is refused', async () => {
    await send(server, name);
    expect((await askToActOnAll(server, token, { act: 'SNOOZE', upToSeq: 9 })).code).toBe('BAD_USER_INPUT');
  });

  test('comes to every device as a change at its old place', async () => {
    const id = await send(server, name);
    const stream = await follow(server, token);
    await act(server, token, 'SNOOZE', [id]);
    await stream.reaches(2);
    expect(stream.events[1]!.inboxChanges).toMatchObject({
      upserted: [{ id, seq: 1, changeSeq: 2 }],
      removedIds: [],
      counts: { unread: 0 },
    });
  });
});

describe('an inbox row is in one place alone', () => {
  // From each of the places into each, and the lists that it is in then.
  const WAYS: Record<string, ActUponThese | undefined> = {
    inbox: undefined,
    archived: 'ARCHIVE',
    snoozed: 'SNOOZE',
  };
  const moves: [string, ActUponThese, string[]][] = [
    ['inbox', 'ARCHIVE', ['ARCHIVED', 'ALL']],
    ['inbox', 'SNOOZE', ['SNOOZED', 'ALL']],
    ['inbox', 'UNARCHIVE', ['INBOX', 'UNREAD', 'ALL']],
    ['inbox', 'UNSNOOZE', ['INBOX', 'UNREAD', 'ALL']],
    ['inbox', 'DELETE', []],
    ['archived', 'SNOOZE', ['SNOOZED', 'ALL']],
    ['archived', 'UNARCHIVE', ['INBOX', 'UNREAD', 'ALL']],
    ['archived', 'UNSNOOZE', ['ARCHIVED', 'ALL']],
    ['archived', 'DELETE', []],
    ['snoozed', 'ARCHIVE', ['ARCHIVED', 'ALL']],
    ['snoozed', 'UNARCHIVE', ['SNOOZED', 'ALL']],
    ['snoozed', 'UNSNOOZE', ['INBOX', 'UNREAD', 'ALL']],
    ['snoozed', 'DELETE', []],
  ];

  test.each(moves)('from %s by %s', async (from, move, states) => {
    const id = await send(server, name);
    const way = WAYS[from];
    if (way) await act(server, token, way, [id]);
    await act(server, token, move, [id]);
    expect(await statesIn(id)).toEqual(states);
    const { unread, unseen, trueUnread, trueUnseen } = await factsOf(server, name);
    expect({ unread, unseen }).toEqual({ unread: trueUnread, unseen: trueUnseen });
  });

  test.each(['READ', 'UNREAD'] as const)('%s leaves it snoozed, and moves no counter', async (mark) => {
    const id = await send(server, name);
    if (mark === 'UNREAD') await act(server, token, 'READ', [id]);
    await act(server, token, 'SNOOZE', [id]);
    await act(server, token, mark, [id]);
    expect(await statesIn(id)).toEqual(['SNOOZED', 'ALL']);
    expect(await countsOf(server, token)).toMatchObject({ unread: 0, unseen: 0 });
  });

  test('seeing what is there does not count what is snoozed', async () => {
    const [first] = await sendMany(server, name, 2);
    await act(server, token, 'SNOOZE', [first!]);
    await markAllSeen(server, token, 1);
    expect(await countsOf(server, token)).toEqual({ seq: 3, unread: 1, unseen: 1 });
  });
});

describe('pinning', () => {
  test('keeps a row where it is, in a list of its own, and out again', async () => {
    const [first, second] = await sendMany(server, name, 2);
    const before = await countsOf(server, token);
    expect(await act(server, token, 'PIN', [first!])).toMatchObject({ affectedCount: 1 });
    expect(await countsOf(server, token)).toEqual({ ...before, seq: 3 });
    expect(await of(first!)).toEqual({ snoozedUntil: null, isPinned: true, seq: 1, changeSeq: 3 });
    const pinned = async (isPinned: boolean) =>
      (await listOf(server, token, { isPinned })).map(({ id }) => id);
    expect([await pinned(true), await pinned(false)]).toEqual([[first], [second]]);
    expect(await act(server, token, 'PIN', [first!])).toMatchObject({ affectedCount: 0, undoId: null });
    await act(server, token, 'UNPIN', [first!]);
    expect(await pinned(true)).toEqual([]);
  });

  test('narrows, so that what is unread of it is counted', async () => {
    const [first, second] = await sendMany(server, name, 3);
    await act(server, token, 'PIN', [first!, second!]);
    await act(server, token, 'READ', [first!]);
    const { data } = await server.ask('{ unreadCount(filter: { isPinned: true }) }', {}, token);
    expect(data).toEqual({ unreadCount: 1 });
  });

  test('is for 50 of an inbox: one more is refused, with all that was to be pinned', async () => {
    const ids = await sendMany(server, name, 52);
    await act(server, token, 'PIN', ids.slice(0, 49));
    const counts = await countsOf(server, token);
    const refused = await askToAct(server, token, 'PIN', { ids: ids.slice(49) });
    expect(refused).toMatchObject({ code: 'CONFLICT' });
    expect((await askToActOnAll(server, token, { act: 'PIN', upToSeq: 99 })).code).toBe('CONFLICT');
    expect(await countsOf(server, token)).toEqual(counts);
    expect(await listOf(server, token, { isPinned: true })).toHaveLength(49);
    expect(await act(server, token, 'PIN', [ids[0]!, ids[49]!])).toMatchObject({ affectedCount: 1 });
  });

  test('at the same moment from many devices is for 50 all the same', async () => {
    const ids = await sendMany(server, name, 60);
    const answers = await Promise.all(ids.map((id) => askToAct(server, token, 'PIN', { ids: [id] })));
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(50);
    expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(10);
    expect(await listOf(server, token, { isPinned: true })).toHaveLength(50);
  });
});

test.each(['SNOOZE', 'PIN', 'UNSNOOZE', 'UNPIN'] as const)(
  '%s comes to nothing with other people’s ids, and is refused without any',
  async (name) => {
    const theirs = await send(server, 'bystander');
    await act(server, candidate('bystander'), 'PIN', [theirs]);
    const ids = [theirs, randomUUID(), 'constructor', '\u202e🔔'];
    const done = await act(server, token, name, ids);
    expect(done).toMatchObject({ affectedCount: 0, undoId: null, inbox: { counts: { seq: 0 } } });
    expect((await askToAct(server, token, name, { ids: [] })).code).toBe('BAD_USER_INPUT');
    const many = Array.from({ length: 201 }, () => theirs);
    expect((await askToAct(server, token, name, { ids: many })).code).toBe('BAD_USER_INPUT');
    expect(await listOf(server, candidate('bystander'), { isPinned: true })).toHaveLength(1);
    await act(server, candidate('bystander'), 'UNPIN', [theirs]);
  },
);

test('all that a filter lets through is snoozed, and taken back, as one change', async () => {
  await sendMany(server, name, 3);
  const all = (variables: object) => askToActOnAll(server, token, { upToSeq: 2, ...variables });
  const snoozed = await all({ act: 'SNOOZE', until: inAnHour() });
  expect(snoozed.data.done).toMatchObject({ affectedCount: 2, inbox: { counts: { seq: 4, unread: 1 } } });
  const back = await all({ act: 'UNSNOOZE', filter: { state: 'SNOOZED' } });
  expect(back.data.done).toMatchObject({ affectedCount: 2, inbox: { counts: { seq: 5, unread: 3 } } });
});
