import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { dataOf, markAllRead, markUnread, send } from '../../support/acts.ts';
import { Device, merge, online, stateOf, type OfflineName } from '../../support/offline.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

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
])('after %j elsewhere, %s from offline leaves it %s (%s)', async (elsewhere, act, state, because) => {
  for (const one of elsewhere) await online(server, token, one, id);
  const { id: actId } = device.does(act, { ids: [id] });
  const merged = await device.send();
  expect(merged!.overruled).toEqual(because ? [{ actId, notificationId: id, because }] : []);
  expect(await stateOf(server, token, id)).toBe(state);
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
});
