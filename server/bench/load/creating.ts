import { setTimeout as wait } from 'node:timers/promises';
import type { CpuUse } from '../cpu-meter.ts';
import { quantile } from '../statistics.ts';
import { userName } from './crowd.ts';
import type { Expected } from './ledger.ts';
import type { Load } from './load.ts';

export interface Created {
  /** Acknowledged and delivered. */
  count: number;
  perSecond: number;
  /** From the moment it was due to the recipient's socket, in ms. */
  medianMs: number;
  p99Ms: number;
  cpu: CpuUse;
}

const TICK_MS = 1;

/** @returns whether it was acknowledged and delivered */
async function create(load: Load, expected: Expected, carries = false): Promise<boolean> {
  const [userId] = expected.recipients;
  try {
    await load.http.ask(load.dialect.create(userId!, expected.key, carries));
  } catch (error) {
    load.ledger.refused(error);
    return false;
  }
  return load.ledger.settle(expected);
}

// One object for each user, however many notifications they get.
const alone = Array.from<ReadonlySet<string> | undefined>({ length: 0 });
const onlyUser = (number: number): ReadonlySet<string> => (alone[number] ??= new Set([userName(number)]));

/** As fast as it goes with so many under way: the next is sent when one is acknowledged AND delivered. */
export async function saturate(
  load: Load,
  {
    users,
    outstanding,
    seconds,
    carries,
  }: { users: number; outstanding: number; seconds: number; carries?: boolean },
): Promise<Created> {
  const stopMeter = load.startCpuMeter();
  const begun = performance.now();
  const latencies: number[] = [];
  let turn = 0;
  const slot = async () => {
    while (performance.now() - begun < seconds * 1_000) {
      const expected = load.expect(onlyUser(1 + (turn++ % users)));
      const sentAt = performance.now();
      if (await create(load, expected, carries)) latencies.push(expected.completeAt! - sentAt);
    }
  };
  await Promise.all(Array.from({ length: outstanding }, slot));
  return summary(latencies, performance.now() - begun, stopMeter());
}

/**
 * So many a second, whatever the server does. Latency counts from when each was due, so that a stall of the server
 * cannot hide behind requests that were not sent.
 */
export async function keepRate(
  load: Load,
  { users, perSecond, seconds }: { users: number; perSecond: number; seconds: number },
): Promise<Created> {
  const stopMeter = load.startCpuMeter();
  const begun = performance.now();
  const total = Math.round(perSecond * seconds);
  const dueAt = (number: number) => begun + (number * 1_000) / perSecond;
  const underWay: Promise<number | undefined>[] = [];
  while (underWay.length < total) {
    for (let due = dueAt(underWay.length); due <= performance.now(); due = dueAt(underWay.length)) {
      const expected = load.expect(onlyUser(1 + (underWay.length % users)));
      underWay.push(
        create(load, expected).then((isDone) => (isDone ? expected.completeAt! - due : undefined)),
      );
      if (underWay.length === total) break;
    }
    await wait(TICK_MS);
  }
  const latencies = (await Promise.all(underWay)).filter((latency) => latency !== undefined);
  return summary(latencies, performance.now() - begun, stopMeter());
}

function summary(latencies: number[], tookMs: number, cpu: CpuUse): Created {
  return {
    count: latencies.length,
    perSecond: (latencies.length / tookMs) * 1_000,
    medianMs: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    cpu,
  };
}
