import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dataOf } from '../../support/acts.ts';
import { ServerProcesses } from '../../support/server-processes.ts';
import { schedule } from '../../support/scheduling.ts';
import { inAnHour } from '../../support/triage.ts';
import { until } from '../../support/until.ts';

let replicas: ServerProcesses;

beforeAll(async () => {
  replicas = await ServerProcesses.open({});
});

afterAll(() => replicas.close());

const SENDS = 2_000;

test('replicas that are killed while they send what is due: each is sent, and once', async () => {
  const one = await replicas.start();
  await dataOf(schedule(one, { recipientId: 'somebody' }, inAnHour()));
  await replicas.sql(
    `insert into scheduled_sends (id, service, recipient_id, body_hash, input, at)
     select gen_random_uuid(), service, 'somebody ' || n % 50, '', input::jsonb || jsonb_build_object('title', 'No. ' || n), at
     from scheduled_sends, generate_series(2, $1) n`,
    [SENDS],
  );
  await one.kill();
  await replicas.sql(`update scheduled_sends set at = now() - interval '1 s'`);
  const sentCount = async () => {
    const [row] = await replicas.sql<{ count: number }>(
      `select count(*)::int as count from scheduled_sends where state = 'SENT'`,
    );
    return row!.count;
  };
  // A sweep begins with the replica, so each is killed in the middle of one.
  for (const least of [1, SENDS / 4]) {
    const replica = await replicas.start();
    await until(async () => (await sentCount()) >= least, { timeoutMs: 30_000 });
    await replica.kill();
    expect(await sentCount()).toBeLessThan(SENDS);
  }
  await replicas.start();
  await until(async () => (await sentCount()) === SENDS, { timeoutMs: 60_000 });
  const [facts] = await replicas.sql(
    `select count(*)::int as rows, count(distinct title)::int as titles,
       count(*) filter (where exists (select from scheduled_sends s where s.notification_id = n.id))::int as known
     from notifications n`,
  );
  expect(facts).toEqual({ rows: SENDS, titles: SENDS, known: SENDS });
}, 120_000);
