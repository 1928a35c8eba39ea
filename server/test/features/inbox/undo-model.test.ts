import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emailChannel } from '../../../src/email/email.channel.ts';
import { forgetDeleted } from '../../../src/inbox/acts/forget.ts';
import { Database } from '../../../src/platform/postgres/database.ts';
import { wakeDue } from '../../../src/sending/wake.ts';
import { countsOf, dataOf, markAllSeen, send } from '../../support/acts.ts';
import { Tab } from '../../support/browser/tab.ts';
import { catalogueOf } from '../../support/catalogue.ts';
import { createDatabase, type TestDatabase } from '../../support/services/database.ts';
import { startServer, withRedis, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';
import {
  act,
  askToActOnAll,
  factsOf,
  inAnHour,
  recentActs,
  undo,
  type ActName,
} from '../../support/triage.ts';
import { Model, type Moments } from '../../support/undo-model.ts';
import { until } from '../../support/until.ts';

/** Repeat a failure with CARILLON_TEST_SEED=… */
const seed = Number(process.env.CARILLON_TEST_SEED ?? Date.now() % 2 ** 31);

let stored: TestDatabase;
let database: Database;
/** One for each of two devices. */
let replicas: TestServer[];
let run = 0;

beforeAll(async () => {
  stored = await createDatabase();
  database = await Database.connect({ url: stored.url, poolSize: 2 });
  replicas = [await startServer(withRedis(), stored.url), await startServer(withRedis(), stored.url)];
});

afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.close()));
  await database.close();
  await stored.drop();
});

const untils = [24, 48].map((hours) => inAnHour(hours));

const ACTS: ActName[] = [
  ...(['READ', 'UNREAD', 'ARCHIVE', 'UNARCHIVE', 'DELETE'] as const),
  ...(['SNOOZE', 'UNSNOOZE', 'PIN', 'UNPIN'] as const),
];
/** Few, so that acts meet the same ones again and again. */
const MOST_ROWS = 4;
const device = fc.nat({ max: 1 });
const pick = fc.nat({ max: 1_000 });
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ does: fc.constant('send' as const), device }) },
  {
    weight: 10,
    arbitrary: fc.record({
      does: fc.constant('act' as const),
      device,
      name: fc.constantFrom(...ACTS, 'SNOOZE', 'ARCHIVE', 'UNARCHIVE'),
      picks: fc.array(pick, { minLength: 1, maxLength: 3 }),
      until: fc.constantFrom(...untils),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('act on all' as const),
      device,
      name: fc.constantFrom(...ACTS),
      state: fc.constantFrom('INBOX', 'UNREAD', 'READ', 'ARCHIVED', 'SNOOZED', 'ALL'),
      pick,
      until: fc.constantFrom(...untils),
    }),
  },
  { weight: 8, arbitrary: fc.record({ does: fc.constant('undo' as const), device, pick }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('wake' as const), device, pick }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('see all' as const), device, pick }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('forget' as const), device, pick }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('reconnect' as const), device }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const momentsOf = (userId: string) =>
  replicas[0]!.sql<Moments & { id: string }>(
    `select id, seq, change_seq as "changeSeq", read_at as "readAt", archived_at as "archivedAt",
       snoozed_until as "snoozedUntil", pinned_at as "pinnedAt" from notifications where user_id = $1`,
    [userId],
  );

/** Takes one step on a device, and in the model. Returns what the server says it changed, and what the model says. */
async function take(name: string, model: Model, one: Step): Promise<[number, number]> {
  const replica = replicas[one.device]!;
  const token = candidate(name);
  switch (one.does) {
    case 'send':
      if (model.size >= MOST_ROWS) return [0, 0];
      model.add(await send(replica, name));
      return [1, 1];
    case 'act': {
      const ids = model.pick(
        one.name === 'READ' || one.name === 'UNREAD' ? one.picks.slice(0, 1) : one.picks,
      );
      if (ids.length === 0) return [0, 0];
      const { affectedCount, undoId } = await act(replica, token, one.name, ids, one.until);
      return [affectedCount, model.act(one.name, ids, { undoId, until: one.until })];
    }
    case 'act on all': {
      const upToSeq = one.pick % (model.seq + 2);
      const { done } = await dataOf(
        askToActOnAll(replica, token, {
          ...{ act: one.name, upToSeq, filter: { state: one.state }, until: one.until },
        }),
      );
      const ids = model.shown(one.state).filter(({ seq }) => seq <= upToSeq);
      const { undoId } = done;
      const affected = model.act(
        one.name,
        ids.map(({ id }) => id),
        { undoId, until: one.until },
      );
      return [done.affectedCount, affected];
    }
    case 'undo': {
      const undoId = model.anyAct(one.pick);
      if (undoId === undefined) return [0, 0];
      return [(await undo(replica, token, undoId)).affectedCount, model.undo(undoId)];
    }
    case 'wake': {
      const [id] = model.pick([one.pick]);
      const isSnoozed = model.shown('SNOOZED').some((row) => row.id === id);
      if (!isSnoozed) return [0, 0];
      await replica.sql(`update notifications set snoozed_until = now() - interval '1 s' where id = $1`, [
        id,
      ]);
      const channels = [emailChannel({ isSetUp: false, afterMinutes: 10 }, 9)];
      await wakeDue(database, { catalogue: catalogueOf(), channels, announce: () => undefined });
      await until(async () => (await momentsOf(name)).some((row) => row.id === id && !row.snoozedUntil));
      return [1, model.wake(id!)];
    }
    case 'see all': {
      const upToSeq = one.pick % (model.seq + 2);
      await markAllSeen(replica, token, upToSeq);
      model.see(upToSeq);
      return [0, 0];
    }
    case 'forget': {
      const gone = model.forget(one.pick);
      if (!gone) return [0, 0];
      await replica.sql(
        `update all_notifications set deleted_at = deleted_at - interval '1 hour' where id = $1`,
        [gone],
      );
      await forgetDeleted(database);
      return [0, 0];
    }
    case 'reconnect':
      return [0, 0];
  }
}

async function compare(name: string, model: Model): Promise<void> {
  const [facts, counts] = [await factsOf(replicas[0]!, name), await countsOf(replicas[1]!, candidate(name))];
  expect({ unread: facts.unread, unseen: facts.unseen }).toEqual({
    unread: facts.trueUnread,
    unseen: facts.trueUnseen,
  });
  expect(counts).toEqual(model.counts);
  model.meet(await momentsOf(name));
  const acts = await recentActs(replicas[0]!, candidate(name));
  expect(acts.map(({ id }) => id)).toEqual(model.recentActs().slice(0, 20));
}

/** Whoever applied all deltas in their order has the inbox as it is. */
async function compareTab(tab: Tab, model: Model): Promise<void> {
  await until(() => tab.position >= model.seq);
  const { deltas } = tab;
  expect(deltas.map(({ fromSeq }) => fromSeq)).toEqual([0, ...deltas.slice(0, -1).map(({ toSeq }) => toSeq)]);
  expect(deltas.at(-1)!.counts).toMatchObject(model.counts);
  expect(new Map([...tab.state].sort())).toEqual(model.states());
}

test(`acts and undos in any order, on two devices, do what a plain model does (seed ${seed})`, async () => {
  const steps = fc.array(step, { minLength: 30, maxLength: 70 });
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const name = `undo model ${run++}`;
      const model = new Model();
      model.add(await send(replicas[0]!, name));
      const tabs = [
        await Tab.open(replicas[0]!, candidate(name)),
        await Tab.open(replicas[1]!, candidate(name)),
      ];
      for (const one of list) {
        if (one.does === 'reconnect') await tabs[one.device]!.reconnect(replicas[one.device]!);
        const [affected, expected] = await take(name, model, one);
        expect([one, affected]).toEqual([one, expected]);
        await compare(name, model);
      }
      for (const tab of tabs) await compareTab(tab, model);
    }),
    { numRuns: 12, seed, endOnFailure: true },
  );
}, 240_000);
