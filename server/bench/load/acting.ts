import type { Call } from '../contenders/dialect.ts';
import type { CpuUse } from '../cpu-meter.ts';
import { quantile } from '../statistics.ts';
import type { Load } from './load.ts';

const MAX_PAGE = 100;

export interface Acts {
  count: number;
  perSecond: number;
  medianMs: number;
  p99Ms: number;
  cpu: CpuUse;
}

/** Learns the ids of what is in these inboxes. */
export async function gather(load: Load, { userIds }: { userIds: readonly string[] }): Promise<void> {
  for (const userId of userIds) {
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = load.dialect.readPage(await load.http.ask(load.dialect.page(userId, after, MAX_PAGE)));
      ids.push(...page.ids);
      after = page.next;
    } while (after !== undefined);
    load.known.set(userId, ids);
  }
}

interface ActingOptions {
  userIds: readonly string[];
  /** Acts in all, by the users in turn. */
  count: number;
  outstanding: number;
}

/** Each act upon another notification, as fast as it goes with so many under way. */
export const markOnes = (load: Load, options: ActingOptions): Promise<Acts> =>
  repeat(load, options, (userId) => load.dialect.markRead(userId, taken(load, userId, 1)[0]!));

export const markAlls = (load: Load, options: ActingOptions): Promise<Acts> =>
  repeat(load, options, (userId) => load.dialect.markAllRead(userId));

export const archiveTens = (load: Load, options: ActingOptions): Promise<Acts> =>
  repeat(load, options, (userId) => load.dialect.archive(userId, taken(load, userId, 10)));

export const deleteTens = (load: Load, options: ActingOptions): Promise<Acts> =>
  repeat(load, options, (userId) => load.dialect.delete(userId, taken(load, userId, 10)));

function taken({ known }: Load, userId: string, count: number): string[] {
  const ids = known.get(userId)!.splice(0, count);
  if (ids.length < count) throw new Error(`${userId} has nothing left to act upon`);
  return ids;
}

async function repeat(
  load: Load,
  { userIds, count, outstanding }: ActingOptions,
  call: (userId: string) => Call,
): Promise<Acts> {
  const stopMeter = load.startCpuMeter();
  const begun = performance.now();
  const latencies: number[] = [];
  let turn = 0;
  const slot = async () => {
    while (turn < count) {
      const next = call(userIds[turn++ % userIds.length]!);
      const sentAt = performance.now();
      await load.http.ask(next);
      latencies.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: outstanding }, slot));
  return {
    count,
    perSecond: (count / (performance.now() - begun)) * 1_000,
    medianMs: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    cpu: stopMeter(),
  };
}
