import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { send } from '../../support/acts.ts';
import { Device, online, stateOf, statesOf, type OfflineName } from '../../support/offline.ts';
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

// Few of them, so that the two devices meet.
const ROWS = 2;
const act = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<OfflineName>('READ', 'UNREAD') },
  { weight: 4, arbitrary: fc.constantFrom<OfflineName>('ARCHIVE', 'UNARCHIVE') },
  { weight: 4, arbitrary: fc.constantFrom<OfflineName>('SNOOZE', 'UNSNOOZE') },
  { weight: 1, arbitrary: fc.constantFrom<OfflineName>('PIN', 'UNPIN') },
  { weight: 1, arbitrary: fc.constant<OfflineName>('DELETE') },
);
const deviceNo = fc.nat({ max: 1 });
const row = fc.nat({ max: ROWS - 1 });
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('offline' as const), device: deviceNo, act, row }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('undo' as const), device: deviceNo }) },
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

const PUTS_AWAY = new Set<OfflineName>(['ARCHIVE', 'SNOOZE', 'DELETE']);

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
    else if (step.does === 'undo') this.undo(device);
    else if (step.does === 'read all') device.does('READ', {});
    else if (step.does === 'archive all') device.does('ARCHIVE', {});
    else if (step.does === 'online') await this.doOnline(device, step.act, step.row);
    else if (step.fate !== 'request lost') await this.deliver(device, step.fate);
    await this.check();
  }

  /** Takes back what the device did last, if that was not an undo itself. */
  private undo(device: Device): void {
    const last = device.done.at(-1);
    if (last && !last.undoes) device.does(last.act, { undoes: last.id });
  }

  /** A device that has a line sends first what waits, and sees all. */
  private async doOnline(device: Device, act: OfflineName, row: number): Promise<void> {
    await this.deliver(device, 'good');
    const before = await stateOf(server, this.token, this.ids[row]!);
    await online(server, this.token, act, this.ids[row]!);
    const seq = await device.look();
    const meant = this.meant[row]!;
    if (act === 'READ') meant.unreadAt = undefined;
    if (act === 'UNREAD' && /\bread\b/.test(before)) meant.unreadAt = seq;
    const [wasArchived, wasSnoozed] = [before.endsWith('archived'), before.endsWith('snoozed')];
    if ((act === 'UNARCHIVE' && wasArchived) || (act === 'UNSNOOZE' && wasSnoozed)) meant.restoredAt = seq;
    if (PUTS_AWAY.has(act)) meant.restoredAt = undefined;
    if (act === 'DELETE') meant.isDeleted = true;
  }

  private async deliver(device: Device, fate: 'good' | 'answer lost' | 'twice'): Promise<void> {
    const sent = [...device.waiting];
    if (this.isLossy && fate === 'answer lost') await device.send(true);
    if (this.isLossy && fate === 'twice') await device.send(true);
    const merged = this.isLossy && fate === 'answer lost' ? await device.send(true) : await device.send();
    for (const { id, act, ids, sawSeq, undoes } of sent) {
      // It may have come back: nothing is known of it any more.
      if (undoes) for (const meant of act === 'DELETE' ? this.meant : []) meant.isDeleted = false;
      if (undoes) continue;
      for (const [index, meant] of this.meant.entries()) {
        const isNamed = !ids || ids.includes(this.ids[index]!);
        if (!isNamed) continue;
        if (act === 'READ' && (meant.unreadAt ?? Infinity) <= sawSeq) meant.unreadAt = undefined;
        if (PUTS_AWAY.has(act) && (meant.restoredAt ?? Infinity) <= sawSeq) meant.restoredAt = undefined;
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
    return statesOf(server, this.token, this.ids);
  }

  private async check(): Promise<void> {
    const states = await statesOf(server, this.token, this.ids);
    for (const [index, { unreadAt, restoredAt, isDeleted }] of this.meant.entries()) {
      const state = states[index]!;
      if (isDeleted) expect(state).toBe('gone');
      else {
        if (unreadAt) expect(state).toMatch(/\bunread\b/);
        if (restoredAt) expect(state).not.toMatch(/archived|snoozed|gone/);
      }
    }
  }
}

/** Counters beside what they must be. */
const FACTS = `
  select i.unread, count(n.id) filter (where n.read_at is null and n.archived_at is null and n.snoozed_until is null)::int as counted
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
