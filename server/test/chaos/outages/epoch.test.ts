import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRepository } from '../../../local/repository.ts';
import { countsOf, follow, listOf, markRead, send, sendMany } from '../../support/acts.ts';
import { administer, createDatabase, type TestDatabase } from '../../support/services/database.ts';
import { settingsOf, withRedis } from '../../support/server.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { closeSockets } from '../../support/socket.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';
import { InboxFollower } from '../actors/inbox-follower.ts';
import { subscribe } from '../actors/live-socket.ts';
import { Ledger } from '../ledger.ts';
import { Random } from '../random.ts';

const READER = 'reader';
const token = candidate(READER);
const ledger = new Ledger();

let database: TestDatabase;
let replicas: ServerProcess[];
let tabs: InboxFollower[];
let running: Promise<unknown>;

beforeAll(async () => {
  database = await createDatabase();
  const settings = { ...withRedis(), LOG_LEVEL: 'error' };
  replicas = await Promise.all([1, 2].map(() => startServerProcess(database.url, settings)));
  tabs = replicas.map(
    ({ url }, index) =>
      new InboxFollower(
        { userId: READER, token, urls: [url], random: new Random(1, index), ledger, subscribe },
        `tab ${index}`,
      ),
  );
  running = Promise.all(tabs.map((tab) => tab.run()));
}, 60_000);

afterAll(async () => {
  tabs?.forEach((tab) => tab.stop());
  await running;
  await closeSockets();
  await Promise.all(replicas?.map((replica) => replica.stop()) ?? []);
  await database?.drop();
}, 60_000);

const nameOf = ({ url }: TestDatabase): string => new URL(url).pathname.slice(1);

/** Does something that nobody else may be connected for. */
async function withNobodyIn(name: string, statement: string): Promise<void> {
  await administer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await administer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  await until(() => administer(statement).then(() => true));
}

const copyTo = async (name: string, copy: string): Promise<void> => {
  await withNobodyIn(name, `CREATE DATABASE ${copy} TEMPLATE ${name}`);
  await administer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
};

const replaceBy = async (name: string, copy: string): Promise<void> => {
  await withNobodyIn(name, `ALTER DATABASE ${name} RENAME TO ${name}_lost`);
  await administer(`ALTER DATABASE ${copy} RENAME TO ${name}`);
  await administer(`DROP DATABASE ${name}_lost WITH (FORCE)`);
};

const rotateEpoch = async (): Promise<string> => {
  const env = { PATH: process.env.PATH, ...settingsOf(database.url) };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [inRepository('server/dist/rotate-epoch.js')],
    {
      env,
    },
  );
  return stdout;
};

/** Whether who comes with this place is told to read anew, by the query's answer and by the subscription's. */
async function isSentBack(place: { afterSeq: number; epoch?: string }): Promise<boolean> {
  const [replica] = replicas;
  const { data } = await replica!.ask<{ inboxChanges: { resync: boolean } }>(
    'query ($afterSeq: Int!, $epoch: String) { inboxChanges(afterSeq: $afterSeq, epoch: $epoch) { resync } }',
    place,
    token,
  );
  const { events, socket } = await follow(replica!, token, place);
  await socket.close();
  expect(events[0]!.inboxChanges.resync).toBe(data.inboxChanges.resync);
  return data.inboxChanges.resync;
}

const everyTabIsAt = (seq: number) =>
  until(() => tabs.every(({ copy }) => copy.seq === seq), { timeoutMs: 30_000 });

/** What a tab shows, and what there is. */
const shown = ({ copy }: InboxFollower) =>
  [...copy.rows.values()].map(({ id, changeSeq, isRead }) => `${id} ${changeSeq} ${isRead}`).sort();
const there = async () =>
  (await listOf(replicas[0]!, token))
    .map(({ id, changeSeq, isRead }) => `${id} ${changeSeq} ${isRead}`)
    .sort();

test('after a failover that lost commits every client reads anew, once the operator says so', async () => {
  const name = nameOf(database);
  const kept = await sendMany(replicas[0]!, READER, 5);
  await everyTabIsAt(5);
  await copyTo(name, `${name}_copy`);

  await until(() => countsOf(replicas[0]!, token));
  await sendMany(replicas[0]!, READER, 10);
  await markRead(replicas[0]!, token, kept[0]!);
  await everyTabIsAt(16);
  const oldEpoch = tabs[0]!.copy.epoch!;

  await replaceBy(name, `${name}_copy`);
  await Promise.all(
    replicas.map((replica) =>
      until(async () => (await countsOf(replica, token)).seq === 5, { timeoutMs: 30_000 }),
    ),
  );
  // Who comes back from beyond is sent back at once; the others do not know yet.
  expect(await isSentBack({ afterSeq: 16, epoch: oldEpoch })).toBe(true);
  expect(ledger.resyncs).toEqual([]);

  const begun = Date.now();
  expect(await rotateEpoch()).toContain('reads its inbox anew');
  await everyTabIsAt(5);
  console.log(`From the operator's command to the last tab: ${Date.now() - begun} ms`);

  const newEpoch = tabs[0]!.copy.epoch!;
  expect(newEpoch).not.toBe(oldEpoch);
  for (const tab of tabs) expect(shown(tab)).toEqual(await there());
  expect(ledger.resyncs).toHaveLength(tabs.length);

  expect(await isSentBack({ afterSeq: 5, epoch: oldEpoch })).toBe(true);
  expect(await isSentBack({ afterSeq: 6, epoch: newEpoch })).toBe(true);
  expect(await isSentBack({ afterSeq: 6 })).toBe(true);
  expect(await isSentBack({ afterSeq: 5, epoch: newEpoch })).toBe(false);
  expect(await isSentBack({ afterSeq: 3 })).toBe(false);

  await send(replicas[1]!, READER);
  await everyTabIsAt(6);
  for (const tab of tabs) expect(shown(tab)).toEqual(await there());
  expect(ledger.resyncs).toHaveLength(tabs.length);
  expect(ledger.wrongs).toEqual([]);
}, 180_000);
