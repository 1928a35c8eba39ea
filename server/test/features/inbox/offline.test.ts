import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { dataOf, markAllRead, markUnread, send, sendMany } from '../../support/acts.ts';
import { Device, merge, online, stateOf, type OfflineName } from '../../support/offline.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';
import { inAnHour } from '../../support/triage.ts';

let server: TestServer;
let run = 0;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server?.close();
});

let token: string;
let device: Device;
let id: string;

beforeEach(async () => {
  const name = `offline ${++run}`;
  token = candidate(name);
  id = await send(server, name);
  device = new Device(server, token);
  await device.look();
});

// What another device did meanwhile, what this one had done, how it ends, and why it was overruled.
test.each<[OfflineName[], OfflineName, string, string | undefined]>([
  [[], 'READ', 'read', undefined],
  [[], 'ARCHIVE', 'unread archived', undefined],
  [[], 'DELETE', 'gone', undefined],
  [['READ'], 'READ', 'read', undefined],
  [['READ', 'UNREAD'], 'READ', 'unread', 'CHANGED'],
  [['ARCHIVE'], 'READ', 'unread archived', 'ARCHIVED'],
  [['DELETE'], 'READ', 'gone', 'DELETED'],
  [['READ'], 'ARCHIVE', 'read archived', undefined],
  [['READ', 'UNREAD'], 'ARCHIVE', 'unread archived', undefined],
  [['ARCHIVE'], 'ARCHIVE', 'unread archived', undefined],
  [['ARCHIVE', 'UNARCHIVE'], 'ARCHIVE', 'unread', 'RESTORED'],
  [['DELETE'], 'ARCHIVE', 'gone', 'DELETED'],
  [['DELETE'], 'UNARCHIVE', 'gone', 'DELETED'],
  [['READ'], 'DELETE', 'gone', undefined],
  [['ARCHIVE'], 'DELETE', 'gone', undefined],
  [['ARCHIVE', 'UNARCHIVE'], 'DELETE', 'unread', 'RESTORED'],
  [['DELETE'], 'DELETE', 'gone', undefined],
  [[], 'SNOOZE', 'unread snoozed', undefined],
  [['READ'], 'SNOOZE', 'read snoozed', undefined],
  [['ARCHIVE'], 'SNOOZE', 'unread archived', 'ARCHIVED'],
  [['SNOOZE', 'UNSNOOZE'], 'SNOOZE', 'unread', 'RESTORED'],
  [['DELETE'], 'SNOOZE', 'gone', 'DELETED'],
  [['SNOOZE'], 'READ', 'unread snoozed', 'SNOOZED'],
  [['SNOOZE'], 'ARCHIVE', 'unread archived', undefined],
  [['SNOOZE'], 'DELETE', 'gone', undefined],
  [['SNOOZE'], 'UNSNOOZE', 'unread', undefined],
  [['DELETE'], 'UNSNOOZE', 'gone', 'DELETED'],
  [['READ'], 'PIN', 'pinned read', undefined],
  [['PIN'], 'UNPIN', 'unread', undefined],
  [['DELETE'], 'PIN', 'gone', 'DELETED'],
])('after %j elsewhere, %s from offline leaves it %s (%s)', async (elsewhere, act, state, because) => {
  for (const one of elsewhere) await online(server, token, one, id);
  const { id: actId } = device.does(act, { ids: [id] });
  const merged = await device.send();
  expect(merged!.overruled).toEqual(because ? [{ actId, notificationId: id, because }] : []);
  expect(await stateOf(server, token, id)).toBe(state);
});

test('the later snooze wins, whichever of them comes first', async () => {
  const [soon, late] = [inAnHour(1), inAnHour(5)];
  device.does('SNOOZE', { ids: [id], until: soon });
  await online(server, token, 'SNOOZE', id, late);
  expect((await device.send())!.overruled).toMatchObject([{ notificationId: id, because: 'SNOOZED' }]);
  const later = new Device(server, token);
  await later.look();
  later.does('SNOOZE', { ids: [id], until: inAnHour(9) });
  await online(server, token, 'SNOOZE', id, soon);
  expect((await later.send())!.overruled).toEqual([]);
  expect(await stateOf(server, token, id)).toBe('unread snoozed');
});

test.each<[OfflineName, OfflineName[], string, number]>([
  ['READ', [], 'unread', 1],
  ['ARCHIVE', [], 'unread', 1],
  ['SNOOZE', [], 'unread', 1],
  ['DELETE', [], 'unread', 1],
  ['PIN', [], 'unread', 1],
  ['ARCHIVE', ['READ'], 'read', 1],
  ['UNARCHIVE', [], 'unread', 0],
])(
  '%s from offline and its undoing, after %j elsewhere, leaves it %s',
  async (act, elsewhere, state, back) => {
    for (const one of elsewhere) await online(server, token, one, id);
    const { id: undoes } = device.does(act, { ids: [id] });
    const undoing = device.does(act, { undoes });
    const merged = await device.send(true);
    expect(merged!.acts.at(-1)).toEqual({ actId: undoing.id, changedCount: back });
    expect(await stateOf(server, token, id)).toBe(state);
    expect(await device.send()).toEqual(merged);
  },
);

test('what was changed since an act was merged is left by its undoing, and what was undone is not put away again', async () => {
  const other = new Device(server, token);
  await other.look();
  other.does('ARCHIVE', { ids: [id] });
  const { id: undoes } = device.does('DELETE', { ids: [id] });
  await device.send();
  device.does('DELETE', { undoes });
  await device.send();
  expect((await other.send())!.overruled).toMatchObject([{ notificationId: id, because: 'RESTORED' }]);
  const pinned = device.does('PIN', { ids: [id] });
  await device.send();
  await online(server, token, 'READ', id);
  device.does('PIN', { undoes: pinned.id });
  expect((await device.send())!.acts).toMatchObject([{ changedCount: 0 }]);
  expect(await stateOf(server, token, id)).toBe('pinned read');
});

test('nobody undoes another’s act, nor one that never was', async () => {
  const { id: undoes } = device.does('ARCHIVE', { ids: [id] });
  await device.send();
  const stranger = new Device(server, candidate('a stranger to it'));
  await stranger.look();
  stranger.does('ARCHIVE', { undoes });
  stranger.does('ARCHIVE', { undoes: randomUUID() });
  expect((await stranger.send())!.acts).toMatchObject([{ changedCount: 0 }, { changedCount: 0 }]);
  expect(await stateOf(server, token, id)).toBe('unread archived');
});

test('of what is pinned offline, as many are pinned as may be', async () => {
  const name = `offline ${run}`;
  const ids = await sendMany(server, name, 52);
  await device.look();
  for (const one of ids.slice(0, 48)) await online(server, token, 'PIN', one);
  device.does('PIN', { ids: [...ids.slice(46), id] });
  const { overruled, acts } = (await device.send())!;
  expect(acts).toMatchObject([{ changedCount: 2 }]);
  expect(overruled.map(({ notificationId, because }) => [notificationId, because])).toEqual(
    [...ids.slice(50), id].map((one) => [one, 'FULL']),
  );
});

test('what came to the top again since is spared', async () => {
  const name = `offline ${run}`;
  const group = { groupKey: 'row', type: 'commented', category: 'comments' };
  const grown = await send(server, name, group);
  await device.look();
  device.does('ARCHIVE', { ids: [grown] });
  device.does('READ', {});
  expect(await send(server, name, group)).toBe(grown);
  expect((await device.send())!.overruled).toMatchObject([{ notificationId: grown, because: 'GROWN' }]);
  expect([await stateOf(server, token, grown), await stateOf(server, token, id)]).toEqual(['unread', 'read']);
});

test('mark-all goes up to what was seen, and passes over what was marked unread on purpose since', async () => {
  const name = `offline ${run}`;
  const second = await send(server, name);
  await device.look();
  device.does('READ', { filter: { state: 'INBOX' } });
  await dataOf(markAllRead(server, token));
  await markUnread(server, token, id);
  const later = await send(server, name);
  await device.send();
  expect([
    await stateOf(server, token, id),
    await stateOf(server, token, second),
    await stateOf(server, token, later),
  ]).toEqual(['unread', 'read', 'unread']);
});

test('what one device did in its order overrules none of its own, also when an answer was lost', async () => {
  device.does('READ', { ids: [id] });
  await device.send(true);
  device.does('UNREAD', { ids: [id] });
  device.does('ARCHIVE', { ids: [id] });
  device.does('UNARCHIVE', { ids: [id] });
  const merged = await device.send(true);
  expect(merged!.overruled).toEqual([]);
  expect(await stateOf(server, token, id)).toBe('unread');
  expect(await device.send()).toEqual(merged);
});

test('of another epoch nothing is done, and others have no say', async () => {
  const act = { ...device.does('ARCHIVE', { ids: [id] }), epoch: randomUUID() };
  const { mergeOfflineActs } = await dataOf(merge(server, token, device.id, [act]));
  expect(mergeOfflineActs.overruled).toMatchObject([{ because: 'EPOCH' }]);
  const stranger = new Device(server, candidate('a stranger'));
  await stranger.look();
  stranger.does('DELETE', { ids: [id] });
  expect((await stranger.send())!.acts).toMatchObject([{ changedCount: 0 }]);
  expect(await stateOf(server, token, id)).toBe('unread');
});

test('what cannot be is refused by name', async () => {
  const good = device.does('READ', { ids: [id] });
  const codeOf = async (acts: object[], from: string = device.id) => {
    const { errors } = (await merge(server, token, from, acts as never)) as {
      errors?: { message: string; extensions: { code: string } }[];
    };
    return `${errors?.[0]?.extensions.code} ${errors?.[0]?.message.split(' ')[0]}`;
  };
  expect(await codeOf([good], 'mine')).toBe('BAD_USER_INPUT device');
  expect(await codeOf([])).toBe('BAD_USER_INPUT acts');
  expect(await codeOf(Array.from({ length: 51 }, () => good))).toBe('BAD_USER_INPUT acts');
  expect(await codeOf([{ ...good, id: '1' }])).toBe('BAD_USER_INPUT id');
  expect(await codeOf([{ ...good, ids: [] }])).toBe('BAD_USER_INPUT ids');
  expect(await codeOf([{ ...good, ids: Array.from({ length: 201 }, () => id) }])).toBe('BAD_USER_INPUT ids');
  expect(await codeOf([{ ...good, sawSeq: -1 }])).toBe('BAD_USER_INPUT sawSeq');
  expect(await codeOf([{ ...good, epoch: '' }])).toBe('BAD_USER_INPUT epoch');
  expect(await codeOf([{ ...good, undoes: 'constructor' }])).toBe('BAD_USER_INPUT undoes');
  expect(await codeOf([{ ...good, act: 'SNOOZE' }])).toBe('BAD_USER_INPUT until');
  const until = inAnHour(367 * 24);
  expect(await codeOf([{ ...good, act: 'SNOOZE', until }])).toBe('BAD_USER_INPUT until');
  expect(await codeOf([{ ...good, act: 'PIN', ids: undefined }])).toBe('BAD_USER_INPUT ids');
});
