import { expect, test } from '@jest/globals';
import { FAULT_KINDS } from './faults.ts';
import { table } from './report.ts';
import { runChaos } from './run-chaos.ts';

// Another one with CARILLON_TEST_SEED=…; the long form is `npm run chaos`.
const seed = Number(process.env.CARILLON_TEST_SEED ?? 7);

test('nothing is lost, doubled or miscounted while everything breaks', async () => {
  const report = await runChaos({
    seed,
    seconds: 15,
    leastFaults: 1,
    leastSends: 101,
    users: 8,
    senders: 6,
    services: 1,
    sendPauseMs: [0, 60],
    actPauseMs: [0, 300],
    restMs: [200, 1_000],
    holdMs: [200, 1_500],
    say: () => undefined,
  });
  console.log(table(report));
  expect(report.complaints).toEqual([]);
  for (const kind of FAULT_KINDS) expect(report.faults[kind]).toBeGreaterThan(0);
  expect(report.sends).toBeGreaterThan(100);
  expect(report.unread).toBeGreaterThan(0);
  expect(report.emails.messages).toBeGreaterThan(0);
  expect(report.texts.messages).toBeGreaterThan(0);
  expect(report.pushes.messages).toBeGreaterThan(0);
  for (const count of Object.values(report.ways)) expect(count).toBeGreaterThan(0);
  expect(report.removedByTime).toBeGreaterThan(0);
}, 240_000);
