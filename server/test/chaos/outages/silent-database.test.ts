import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { countsOf, markAllSeen, markRead, send } from '../../support/acts.ts';
import { createDatabase, queryOn, type TestDatabase } from '../../support/services/database.ts';
import { newReader, untilEmail } from '../../support/email/emails.ts';
import { HealthWatch } from '../../support/services/health-watch.ts';
import { whileLocked } from '../../support/services/while-locked.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { SteadySenders } from '../../support/steady-senders.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';
import { Proxy } from '../proxy.ts';
import { Random } from '../random.ts';

// As after a failover: connections swallow everything in both directions without a word, and new ones work.

/** Promised. What was under way is given up after 6 s. */
const BACK_MS = 10_000;
/** Answers are counted from then on: before it one may still have been on its way. */
const UNDER_WAY_MS = 500;

let database: TestDatabase;
let proxy: Proxy;
let smtp: SmtpStage;
let server: ServerProcess;
const sql: ReturnType<typeof queryOn> = (text, values) => queryOn(database.url)(text, values);

beforeAll(async () => {
  database = await createDatabase();
  smtp = await SmtpStage.open();
});

beforeEach(async () => {
  const url = new URL(database.url);
  proxy = await Proxy.open(Number(url.port), new Random(1));
  url.port = String(proxy.port);
  server = await startServerProcess(url.href, { ...smtp.settings, LOG_LEVEL: 'warn' });
});

afterEach(async () => {
  expect(await server.stop()).toBe(0);
  await proxy.close();
});

afterAll(async () => {
  await smtp.down();
  await database.drop();
});

test('under load: back within 10 s, nothing is lost or doubled, and everybody is told', async () => {
  const senders = new SteadySenders(server);
  await until(() => senders.acknowledged.length > 50);
  const health = new HealthWatch(server.url);
  await until(() => health.isReady);

  proxy.swallow();
  const begun = performance.now();
  // Where the pool has room it opens new connections, and hardly anybody notices.
  await until(() => !health.isReady || senders.firstAfter(begun + UNDER_WAY_MS));
  const back = await until(() => senders.firstAfter(begun + UNDER_WAY_MS), { timeoutMs: BACK_MS });
  await until(() => health.isReady);
  console.log(`From the silence to the next acknowledgement: ${Math.round(back - begun)} ms`);
  await health.settle();
  await senders.settle(sql);
}, 60_000);

describe('in the middle of a change, its locks are free within 10 s', () => {
  const inTheMiddleOf = async (
    change: (token: string, id: string) => Promise<{ code: string | undefined }>,
  ) => {
    const user = `held-${randomUUID()}`;
    const token = candidate(user);
    const id = await send(server, user);
    let refused: Promise<{ code: string | undefined }>;
    await whileLocked(database.url, 'notifications', async (isWaitedFor) => {
      refused = change(token, id); // has locked the inbox, and waits
      await isWaitedFor();
      proxy.swallow();
    });
    const begun = performance.now();
    await until(() => send(server, user), { timeoutMs: 2 * BACK_MS });
    const took = performance.now() - begun;
    console.log(`From the silence until the inbox can be changed again: ${Math.round(took)} ms`);
    expect(took).toBeLessThan(BACK_MS);
    expect((await refused!).code).toBe('SERVICE_UNAVAILABLE');
    return { token, id };
  };

  test('and where it takes several statements, nothing was done', async () => {
    const { token } = await inTheMiddleOf((token) => markAllSeen(server, token, 1));
    expect(await countsOf(server, token)).toMatchObject({ seq: 2, unread: 2, unseen: 2 });
  }, 60_000);

  test('and where it is one, all or nothing was; doing it again is doing it once', async () => {
    const { token, id } = await inTheMiddleOf((token, id) => markRead(server, token, id));
    expect([2, 1]).toContain((await countsOf(server, token)).unread);
    await markRead(server, token, id);
    expect(await countsOf(server, token)).toMatchObject({ seq: 3, unread: 1 });
  }, 60_000);
});

test('jobs go on, also one whose worker was never told that it has it', async () => {
  const reader = await newReader(server);
  const id = await send(server, reader.id);
  const jobs = 'graphile_worker._private_jobs';
  await whileLocked(
    database.url,
    jobs,
    async (isWaitedFor) => {
      await isWaitedFor(); // a worker that looks for jobs
      proxy.swallow();
    },
    `update ${jobs} set run_at = now() - interval '1 s';
     update deliveries set due_at = '2026-01-01' where user_id = '${reader.id}'`,
  );
  const taken = await until(() => sql<{ locked_by: string }>(`select locked_by from ${jobs}`));
  expect(taken).toEqual([{ locked_by: expect.any(String) }]);
  await until(() => untilEmail(server, reader, id, { status: 'SENT' }), { timeoutMs: 60_000 });
  expect(smtp.to(reader.address)).toHaveLength(1);
}, 90_000);

test('at the end, with nobody answering any more: it ends all the same', async () => {
  await send(server, 'somebody');
  const under = Array.from({ length: 5 }, () => send(server, 'somebody').catch(() => undefined));
  proxy.freeze();
  const begun = performance.now();
  expect(await server.stop()).toBe(0);
  const took = performance.now() - begun;
  console.log(`From SIGTERM to the end: ${Math.round(took)} ms`);
  expect(took).toBeLessThan(20_000);
  await Promise.all(under);
}, 60_000);
