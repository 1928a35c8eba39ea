// What an operator has to be able to do with nothing but a database, a provider and the built server: an admin, a key,
// a category, a type, a topic, a broadcast, and the same taken back. With CARILLON_TEST_RECIPIENTS=100000 to so many.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../../local/free-port.ts';
import { categoriesOf, countsOf, dataOf, follow, listOf, markAllSeen, markRead } from '../../support/acts.ts';
import type { Delta } from '../../support/acts.ts';
import {
  addToTopic,
  begun,
  BROADCAST,
  declareTopic,
  miscounted,
  misled,
} from '../../support/broadcasting.ts';
import { named, type Broadcast } from '../../support/broadcasting.ts';
import { declareCategory, declareType } from '../../support/declaring.ts';
import { OpenidProvider } from '../../support/issuers/openid-provider.ts';
import { ownerOf, signInThere } from '../../support/issuers/sign-in-there.ts';
import { createKey, revokeKey } from '../../support/keys.ts';
import { withRedis } from '../../support/server.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { createEmptyDatabase, queryOn, type TestDatabase } from '../../support/services/database.ts';
import { closeSockets, subscribe, type Stream } from '../../support/socket.ts';
import { retract } from '../../support/taking-back.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

const RECIPIENTS = Number(process.env.CARILLON_TEST_RECIPIENTS ?? 2_000);
/** What one call of addToTopic takes. */
const A_CALL = 10_000;
const LONG_MS = 60_000 + RECIPIENTS * 10;

const RULE = { idPrefix: 'acme:', claims: { admin: { claim: 'groups', value: 'operators' } } };
const CATEGORY = { name: 'operation', title: [{ language: 'EN', text: 'Operation' }] };
const TYPE = {
  name: 'maintenance',
  category: 'operation',
  wording: [{ language: 'EN', title: 'Closed until {time}', message: 'We are back at {time}.' }],
};
const SAID = {
  type: 'maintenance',
  title: null,
  message: null,
  data: { time: 'nine' },
  subject: { type: 'window', id: '2026-12' },
  idempotencyKey: 'window-2026-12',
};
const ABOUT = { subject: { type: 'window', id: '2026-12' } };

const crowd = named('reader', RECIPIENTS);
// One of the first part, one of the last, and two who do something with it.
const [first, reading, seeing] = crowd as [string, string, string];
const last = crowd.at(-1)!;

let database: TestDatabase;
let provider: OpenidProvider;
let server: ServerProcess;
let admin: string;
let key: { id: string; secret: string };
const tabs = new Map<string, Stream<{ inboxChanges: Delta }>>();
const sql: ReturnType<typeof queryOn> = (text, values) => queryOn(database.url)(text, values);

const steps: string[] = [];
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begunAt = performance.now();
  const result = await work();
  steps.push(`${what.padEnd(40)} ${((performance.now() - begunAt) / 1_000).toFixed(1)} s`);
  return result;
}

beforeAll(async () => {
  database = await createEmptyDatabase();
  provider = await OpenidProvider.up(`http://127.0.0.1:${await freePort()}`);
  provider.accounts.set('ada', { name: 'Ada', groups: ['operators'] });
  provider.accounts.set('casey', { name: 'Casey', groups: [] });
  const OIDC_RULE = JSON.stringify(RULE);
  const settings = { ...withRedis(), ...provider.settings, OIDC_RULE, PASSWORDS: 'false', LOG_LEVEL: 'warn' };
  server = await timed('start on an empty database', () => startServerProcess(database.url, settings));
}, 120_000);

afterAll(async () => {
  await closeSockets();
  expect(await server.stop()).toBe(0);
  await provider.down();
  await database.drop();
  if (process.env.CARILLON_TEST_RECIPIENTS)
    console.log([`A fresh deployment, ${RECIPIENTS} recipients:`, ...steps, ...server.log].join('\n'));
}, 60_000);

test('nobody is there, and whom the provider calls an operator is its admin', async () => {
  expect(await sql('select id from users')).toEqual([]);
  const [ada, casey] = await timed('two sign-ins at the provider', async () => [
    await ownerOf(server.url, (await signInThere(server.url, 'ada')).cookie),
    await ownerOf(server.url, (await signInThere(server.url, 'casey')).cookie),
  ]);
  expect([ada.id, casey.id]).toEqual(['acme:ada', 'acme:casey']);
  expect(await sql('select id, role from users order by id')).toEqual([
    { id: 'acme:ada', role: 'ADMIN' },
    { id: 'acme:casey', role: 'CANDIDATE' },
  ]);
  expect((await createKey(server, {}, casey.token)).code).toBe('FORBIDDEN');
  admin = ada.token!;
});

test(
  'the admin makes a key, and whoever has it a category, a type and a topic',
  async () => {
    const scopes = ['catalogue:write', 'topics:write', 'notifications:create'];
    const made = await timed('a key', () =>
      dataOf(createKey(server, { service: 'operation', scopes }, admin)),
    );
    const { serviceKey, secret } = made.createServiceKey;
    key = { id: serviceKey.id, secret };
    await timed('a category, a type, a topic', async () => {
      await dataOf(declareCategory(server, CATEGORY, key.secret));
      await dataOf(declareType(server, TYPE, key.secret));
      await dataOf(declareTopic(server, { name: 'everybody', title: CATEGORY.title }, key.secret));
    });
    await timed(`${RECIPIENTS} members, never seen before`, async () => {
      for (let from = 0; from < RECIPIENTS; from += A_CALL)
        await dataOf(addToTopic(server, 'everybody', crowd.slice(from, from + A_CALL), key.secret));
    });
    const [members] = await sql('select count(*)::int as count from topic_members');
    expect(members).toEqual({ count: RECIPIENTS });
  },
  LONG_MS,
);

test(
  'a broadcast tells how far it is until each of them has it once',
  async () => {
    for (const id of [first, reading, seeing, last]) tabs.set(id, await follow(server, candidate(id)));
    const { id } = await begun(server, { topic: 'everybody' }, SAID, key.secret);
    const progress = await timed('the broadcast, as its progress tells', () => ended(id));
    const told = progress.map(({ broadcastProgress }) => broadcastProgress.done);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.length).toBeGreaterThan(RECIPIENTS / 10_000);
    expect(progress.at(-1)!.broadcastProgress).toMatchObject({
      state: 'DONE',
      total: RECIPIENTS,
      done: RECIPIENTS,
    });
    await until(() => [...tabs.values()].every(({ events }) => events.at(-1)!.inboxChanges.toSeq === 1));
    expect(await listOf(server, candidate(last))).toMatchObject([{ title: 'Closed until nine' }]);
    expect(await misled({ sql }, '', crowd)).toEqual([]);
    expect(await sql('select sum(unread)::int as unread from inbox')).toEqual([{ unread: RECIPIENTS }]);
    expect(await miscounted({ sql })).toEqual([]);
  },
  LONG_MS,
);

test(
  'and is taken back from all who have not seen it',
  async () => {
    const [row] = await listOf(server, candidate(reading));
    await markRead(server, candidate(reading), row!.id);
    await markAllSeen(server, candidate(seeing), 1);
    const answer = await timed('taken back', () => dataOf(retract(server, ABOUT, key.secret)));
    expect(answer.retractNotifications).toEqual({
      retractedCount: RECIPIENTS - 2,
      alreadyReadCount: 1,
      alreadySeenCount: 1,
    });
    for (const id of [first, last])
      await until(() => tabs.get(id)!.events.at(-1)!.inboxChanges.removedIds.length === 1);
    expect(
      await sql('select user_id as id from notifications where retracted_at is not null order by 1'),
    ).toEqual([{ id: reading }, { id: seeing }]);
    expect(await sql('select count(*)::int as count from notifications')).toEqual([{ count: 2 }]);
    expect(await sql('select sum(unread)::int as unread from inbox')).toEqual([{ unread: 1 }]);
    expect(await miscounted({ sql })).toEqual([]);
    expect(await countsOf(server, candidate(last))).toMatchObject({ unread: 0, unseen: 0 });
    expect(await categoriesOf(server, candidate(last))).toEqual([]);
    expect(await listOf(server, candidate(last), { state: 'ALL' })).toEqual([]);
  },
  LONG_MS,
);

test('the key ends, and all of it is in the audit log', async () => {
  await dataOf(revokeKey(server, key.id, admin));
  await until(async () => (await retract(server, ABOUT, key.secret)).code === 'UNAUTHENTICATED');
  const acts = await sql<{ act: string }>('select distinct act from audit_log order by 1');
  expect(acts.map(({ act }) => act)).toEqual([
    'addToTopic',
    'createBroadcast',
    'createServiceKey',
    'declareCategory',
    'declareTopic',
    'declareType',
    'retractNotifications',
    'revokeServiceKey',
  ]);
});

/** What its progress told, once that is over. */
async function ended(id: string) {
  const stream = await subscribe<{ broadcastProgress: Broadcast }>(
    server.url,
    key.secret,
    `subscription ($id: ID!) { broadcastProgress(id: $id) { ${BROADCAST} } }`,
    { id },
  );
  await until(() => stream.isComplete, { timeoutMs: LONG_MS });
  return stream.events;
}
