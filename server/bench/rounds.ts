import type { Contender, ContenderName } from './contenders/contender.ts';
import { LoadProcess } from './load-process.ts';
import type { Verdict } from './load/ledger.ts';
import type { Options } from './options.ts';
import { cpuSeconds, machineSeconds } from './process-tree.ts';
import { Server } from './server.ts';
import { createDatabase, emptyDatabase, settle, type Services } from './services.ts';
import type { Figures, Workload } from './workload.ts';

/** One workload with one contender, once. */
export interface Outcome {
  workload: string;
  contender: ContenderName;
  round: number;
  figures: Figures;
  verdict: Verdict;
  /** The share of all cores' time that went to processes which are not ours. */
  foreignShare: number;
}

export async function prepare(contenders: readonly Contender[], services: Services): Promise<void> {
  for (const contender of contenders) {
    await createDatabase(services, contender);
    // Carillon makes its tables at its first start.
    const server = await Server.start(contender, services);
    await server.kill();
  }
}

/** A B A B: each round has every contender, so that whatever changes on the machine meanwhile changes for all. */
export async function runRounds(
  workload: Workload,
  contenders: readonly Contender[],
  services: Services,
  options: Options,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let round = 1; round <= options.rounds; round++) {
    for (const contender of contenders) {
      if (workload.isOnlyForCarillon && contender.name !== 'carillon') continue;
      const { foreignShare, result } = await watched(() => once(workload, contender, services, options));
      outcomes.push({ workload: workload.name, contender: contender.name, round, foreignShare, ...result });
    }
  }
  return outcomes;
}

async function once(
  workload: Workload,
  contender: Contender,
  services: Services,
  { scale }: Options,
): Promise<{ figures: Figures; verdict: Verdict }> {
  await emptyDatabase(services, contender);
  if (workload.seed)
    await services.with(contender.name, async (client) => {
      await workload.seed!(client, contender, scale);
      await settle(client);
    });
  const server = await Server.start(contender, services);
  const pids = { server: server.pid, postgres: services.postgresPid };
  const load = new LoadProcess({ contender: contender.name, url: server.url, pids });
  try {
    const figures = await workload.measure({ contender, services, server, load, scale });
    return { figures, verdict: await load.ask('verdict', { mayBeCut: workload.cutsSockets ?? false }) };
  } finally {
    await load.end();
    await server.kill();
  }
}

async function watched<T>(work: () => Promise<T>): Promise<{ foreignShare: number; result: T }> {
  const before = { machine: machineSeconds(), own: cpuSeconds(process.pid) };
  const result = await work();
  const after = { machine: machineSeconds(), own: cpuSeconds(process.pid) };
  const busy = after.machine.busy - before.machine.busy;
  const own = after.own - before.own;
  return { result, foreignShare: Math.max(0, (busy - own) / (after.machine.all - before.machine.all)) };
}
