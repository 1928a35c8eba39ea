import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { inRepository } from '../../../local/repository.ts';
import { NEWEST_MIGRATION } from '../../../src/platform/postgres/jobs.ts';
import { dataOf, markRead, send } from '../../support/acts.ts';
import { bringForward, forgotten, newReader, untilEmail } from '../../support/email/emails.ts';
import { ServerProcesses } from '../../support/server-processes.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { service } from '../../support/token.ts';
import { until } from '../../support/until.ts';

const MINUTE_MS = 60_000;
let smtp: SmtpStage;
let there: ServerProcesses;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  there = await ServerProcesses.open(smtp.settings);
});

afterEach(async () => {
  smtp.holding = undefined;
  expect(await forgotten(there)).toEqual([]);
  await there.stopAll();
});

afterAll(async () => {
  await there.close();
  await smtp.down();
});

test('the newest migration that we know of the queue is the newest of the package', () => {
  const migrations = readdirSync(inRepository('node_modules/graphile-worker/sql')).map((name) =>
    Number.parseInt(name, 10),
  );
  expect(Math.max(...migrations)).toBe(NEWEST_MIGRATION);
});

test('a broadcast to 10,000 with e-mail off adds no job', async () => {
  const server = await there.start();
  const ids = Array.from({ length: 10_000 }, (_, index) => `crowd-${index}`);
  await there.sql(
    `insert into users (id, name, email) select id, id, id || '@example.com' from unnest($1::text[]) id`,
    [ids],
  );
  await there.sql(
    `insert into channel_choices select id, 'news', 'EMAIL', false from unnest($1::text[]) id`,
    [ids],
  );
  const broadcast = (recipientIds: string[], category: string) =>
    dataOf(
      server.ask(
        'mutation ($input: CreateNotificationsInput!) { createNotifications(input: $input) { createdCount } }',
        { input: { type: 'news', category, title: 'News', message: 'For all.', recipientIds } },
        service(),
      ),
    );
  const counts = async () =>
    (
      await there.sql(
        `select (select count(*)::int from graphile_worker._private_jobs) as jobs,
           (select count(*)::int from deliveries) as deliveries,
           (select count(*)::int from notifications where email_skipped = 'PREFERENCE_OFF') as skipped`,
      )
    )[0];
  await broadcast(ids, 'news');
  expect(await counts()).toEqual({ jobs: 0, deliveries: 0, skipped: 10_000 });
  await broadcast(ids.slice(0, 100), 'other');
  expect(await counts()).toEqual({ jobs: 100, deliveries: 100, skipped: 10_000 });
});

describe('a replica that ends in the middle of an e-mail', () => {
  /** The other side has the e-mail, and its answer is not yet given. */
  async function inTheMiddle() {
    const one = await there.start();
    const reader = await newReader(one);
    const id = await send(one, reader.id);
    smtp.holding = new Promise(() => undefined);
    await bringForward(there, reader.id);
    await until(() => smtp.to(reader.address).length === 1);
    smtp.holding = undefined;
    return { one, reader, id };
  }

  test('killed: another resumes within a minute, under an id by which the other side can tell it is the same', async () => {
    const { one, reader, id } = await inTheMiddle();
    const two = await there.start();
    const second = await send(two, reader.id, { title: 'While nobody noticed' });
    const killed = one.kill();
    await bringForward(there, reader.id);
    await killed;
    const since = Date.now();
    for (const waiting of [id, second])
      await until(() => untilEmail(two, reader, waiting, { status: 'SENT', reason: null }), {
        timeoutMs: MINUTE_MS,
      });
    expect(Date.now() - since).toBeLessThan(MINUTE_MS);
    const mails = smtp.to(reader.address).filter(({ subject }) => subject === 'Graded');
    expect(mails).toHaveLength(2);
    expect(mails[0]!.messageId).toBe(mails[1]!.messageId);
    expect(smtp.to(reader.address)).toHaveLength(3);
  }, 120_000);

  test('killed, and what was in the e-mail is read before another resumes: nothing is sent again', async () => {
    const { one, reader, id } = await inTheMiddle();
    await one.kill();
    const two = await there.start();
    await markRead(two, reader.token, id);
    // As if it had been silent for long enough; that this comes by itself is the test above.
    await there.sql(`update job_workers set seen_at = now() - interval '1 minute'
      where id in (select locked_by from graphile_worker._private_jobs)`);
    await until(() => untilEmail(two, reader, id, { status: 'SKIPPED', reason: 'READ' }), {
      timeoutMs: MINUTE_MS,
    });
    expect(smtp.to(reader.address)).toHaveLength(1);
  }, 120_000);

  test('killed before it could say that it lives: its jobs are found all the same', async () => {
    const { one, reader, id } = await inTheMiddle();
    await one.kill();
    const two = await there.start();
    await there.sql(
      `delete from job_workers where id in (select locked_by from graphile_worker._private_jobs)`,
    );
    await there.sql(
      `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'
       where locked_by not in (select id from job_workers)`,
    );
    await until(() => untilEmail(two, reader, id, { status: 'SENT' }), { timeoutMs: MINUTE_MS });
    expect(new Set(smtp.to(reader.address).map(({ messageId }) => messageId)).size).toBe(1);
  }, 120_000);

  test('told to stop: it lets go in time, and another goes on at once', async () => {
    const { one, reader, id } = await inTheMiddle();
    const two = await there.start();
    const since = Date.now();
    expect(await one.stop()).toBe(0);
    expect(Date.now() - since).toBeLessThan(15_000);
    await until(
      async () => {
        await bringForward(there, reader.id);
        return untilEmail(two, reader, id, { status: 'SENT' });
      },
      { timeoutMs: 20_000 },
    );
    expect(new Set(smtp.to(reader.address).map(({ messageId }) => messageId)).size).toBe(1);
  }, 60_000);
});
