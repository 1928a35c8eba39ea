import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dataOf, listOf, markAllRead, markRead, markUnread, send } from '../../support/acts.ts';
import { Device, merge, type OfflineName } from '../../support/offline.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

const seed = Number(process.env.CARILLON_TEST_SEED ?? Date.now() % 2 ** 31);

let server: TestServer;
let run = 0;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server?.close();
});

const CHANGE = {
  ARCHIVE: 'archiveNotifications',
  UNARCHIVE: 'unarchiveNotifications',
  DELETE: 'deleteNotifications',
};

async function online(token: string, act: OfflineName, id: string): Promise<void> {
  if (act === 'READ') await markRead(server, token, id);
  else if (act === 'UNREAD') await markUnread(server, token, id);
  else {
    const query = `mutation ($ids: [ID!]!) { ${CHANGE[act]}(ids: $ids) { affectedCount } }`;
    await dataOf(server.ask(query, { ids: [id] }, token));
  }
}

async function statesOf(token: string, ids: string[]): Promise<string[]> {
  const rows = await listOf(server, token, { state: 'ALL' });
  return ids.map((id) => {
    const row = rows.find((one) => one.id === id);
    if (!row) return 'gone';
    return `${row.isRead ? 'read' : 'unread'}${row.archivedAt ? ' archived' : ''}`;
  });
}

const stateOf = async (token: string, id: string) => (await statesOf(token, [id]))[0]!;

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
  for (const one of elsewhere) await online(token, one, id);
  const { id: actId } = device.does(act, { ids: [id] });
  const merged = await device.send();
  expect(merged!.overruled).toEqual(because ? [{ actId, notificationId: id, because }] : []);
  expect(await stateOf(token, id)).toBe(state);
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
  expect([await stateOf(token, grown), await stateOf(token, id)]).toEqual(['unread', 'read']);
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
  expect([await stateOf(token, id), await stateOf(token, second), await stateOf(token, later)]).toEqual([
    'unread',
    'read',
    'unread',
  ]);
});

test('what one device did in its order overrules none of its own, also when an answer was lost', async () => {
  device.does('READ', { ids: [id] });
  await device.send(true);
  device.does('UNREAD', { ids: [id] });
  device.does('ARCHIVE', { ids: [id] });
  device.does('UNARCHIVE', { ids: [id] });
  const merged = await device.send(true);
  expect(merged!.overruled).toEqual([]);
  expect(await stateOf(token, id)).toBe('unread');
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
  expect(await stateOf(token, id)).toBe('unread');
});

test('what cannot be is refused by name', async () => {
  const good = device.does('READ', { ids: [id] });
  const codeOf = async (acts: object[], from = device.id) => {
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

// -- Two devices, in any order, with any loss

// Few of them, so that the two devices meet.
const ROWS = 2;
const act = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<OfflineName>('READ', 'UNREAD') },
  { weight: 4, arbitrary: fc.constantFrom<OfflineName>('ARCHIVE', 'UNARCHIVE') },
  { weight: 1, arbitrary: fc.constant<OfflineName>('DELETE') },
);
const deviceNo = fc.nat({ max: 1 });
const row = fc.nat({ max: ROWS - 1 });
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('offline' as const), device: deviceNo, act, row }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('read all' as const), device: deviceNo }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('archive all' as const), device: deviceNo }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('online' as const), device: deviceNo, act, row }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      device: deviceNo,
      fate: fc.constantFrom(
        'good' as const,
        'answer lost' as const,
        'request lost' as const,
        'twice' as const,
      ),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** What its reader meant of a row, with the line up: what was done offline without having seen that must respect it. */
interface Meant {
  unreadAt?: number | undefined;
  restoredAt?: number | undefined;
  isDeleted?: boolean;
}

class World {
  readonly token: string;
  private readonly devices: Device[];
  private ids: string[] = [];
  private readonly meant: Meant[] = Array.from({ length: ROWS }, () => ({}));

  constructor(
    private readonly name: string,
    private readonly isLossy: boolean,
  ) {
    this.token = candidate(name);
    this.devices = [new Device(server, this.token), new Device(server, this.token)];
  }

  async open(): Promise<void> {
    for (let index = 0; index < ROWS; index++) this.ids.push(await send(server, this.name));
    for (const device of this.devices) await device.look();
  }

  async perform(step: Step): Promise<void> {
    const device = this.devices[step.device]!;
    if (step.does === 'offline') device.does(step.act, { ids: [this.ids[step.row]!] });
    else if (step.does === 'read all') device.does('READ', {});
    else if (step.does === 'archive all') device.does('ARCHIVE', {});
    else if (step.does === 'online') await this.doOnline(device, step.act, step.row);
    else if (step.fate !== 'request lost') await this.deliver(device, step.fate);
    await this.check();
  }

  /** A device that has a line sends first what waits, and sees all. */
  private async doOnline(device: Device, act: OfflineName, row: number): Promise<void> {
    await this.deliver(device, 'good');
    const before = await stateOf(this.token, this.ids[row]!);
    await online(this.token, act, this.ids[row]!);
    const seq = await device.look();
    const meant = this.meant[row]!;
    if (act === 'READ') meant.unreadAt = undefined;
    if (act === 'UNREAD' && before.startsWith('read')) meant.unreadAt = seq;
    if (act === 'UNARCHIVE' && before.endsWith('archived')) meant.restoredAt = seq;
    if (act === 'ARCHIVE' || act === 'DELETE') meant.restoredAt = undefined;
    if (act === 'DELETE') meant.isDeleted = true;
  }

  private async deliver(device: Device, fate: 'good' | 'answer lost' | 'twice'): Promise<void> {
    const sent = [...device.waiting];
    if (this.isLossy && fate === 'answer lost') await device.send(true);
    if (this.isLossy && fate === 'twice') await device.send(true);
    const merged = this.isLossy && fate === 'answer lost' ? await device.send(true) : await device.send();
    for (const { id, act, ids, sawSeq } of sent) {
      for (const [index, meant] of this.meant.entries()) {
        const isNamed = !ids || ids.includes(this.ids[index]!);
        if (!isNamed) continue;
        if (act === 'READ' && (meant.unreadAt ?? Infinity) <= sawSeq) meant.unreadAt = undefined;
        if ((act === 'ARCHIVE' || act === 'DELETE') && (meant.restoredAt ?? Infinity) <= sawSeq)
          meant.restoredAt = undefined;
        const isKept = !merged!.overruled.some(
          (one) => one.actId === id && one.notificationId === this.ids[index],
        );
        if (act === 'DELETE' && isKept) meant.isDeleted = true;
      }
    }
    if (fate !== 'answer lost') await device.look();
  }

  async finish(): Promise<string[]> {
    for (const device of this.devices) await this.deliver(device, 'good');
    await this.check();
    return statesOf(this.token, this.ids);
  }

  private async check(): Promise<void> {
    const states = await statesOf(this.token, this.ids);
    for (const [index, { unreadAt, restoredAt, isDeleted }] of this.meant.entries()) {
      const state = states[index]!;
      if (isDeleted) expect(state).toBe('gone');
      else {
        if (unreadAt) expect(state).toMatch(/^unread/);
        if (restoredAt) expect(state).not.toMatch(/archived|gone/);
      }
    }
  }
}

/** Counters beside what they must be. */
const FACTS = `
  select i.unread, count(n.id) filter (where n.read_at is null and n.archived_at is null)::int as counted
  from inbox i left join notifications n on n.user_id = i.user_id where i.user_id = $1 group by i.user_id`;

test(`two devices, any order, any loss: the same inbox, nothing read again, nothing resurrected (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const name = `two devices ${++run}`;
      const worlds = [new World(`${name} lossy`, true), new World(`${name} lossless`, false)];
      const ends: string[][] = [];
      for (const world of worlds) {
        await world.open();
        for (const one of steps) await world.perform(one);
        ends.push(await world.finish());
      }
      expect(ends[0]).toEqual(ends[1]);
      const [facts] = await server.sql<{ unread: number; counted: number }>(FACTS, [`${name} lossy`]);
      expect(facts!.unread).toBe(facts!.counted);
    }),
    { seed, numRuns: 30 },
  );
}, 120_000);
