import { setTimeout as wait } from 'node:timers/promises';
import { metricsOf } from '../../test/support/metrics.ts';
import { startCpuMeter } from '../cpu-meter.ts';
import { residentBytes } from '../process-tree.ts';
import type { Repetition, Workload } from '../workload.ts';

const WARM_SOCKETS = 50;
const PROBED = 50;
const SETTLE_MS = 2_000;

/**
 * W1: most sockets do nothing most of the time. The first few load the code and stay; what comes on top of them is
 * measured, at the end of the idle time.
 */
export const idling: Workload = {
  name: 'W1',
  title: ({ idleSockets }) => `${idleSockets.toLocaleString('en')} idle subscribed sockets of distinct users`,
  rows: [
    { figure: 'memory', what: 'memory per socket', unit: 'kB, or MB per 1,000', target: { atMost: 2.4 } },
    { figure: 'serverCpu', what: 'server CPU per 1,000 sockets', unit: 'ms per minute', isPlain: true },
    {
      figure: 'postgresCpu',
      what: 'PostgreSQL CPU for all of them (the repair loop)',
      unit: 'ms per s',
      isPlain: true,
    },
    {
      figure: 'allCpu',
      what: 'server CPU for all of them (pings, the repair loop)',
      unit: 'ms per s',
      isPlain: true,
    },
    {
      figure: 'repair',
      what: 'time that the repair loop waits for its query',
      unit: 'ms per s',
      isPlain: true,
    },
  ],
  async measure(repetition) {
    const { server, services, load, scale } = repetition;
    const { idleSockets, idleSeconds } = scale;
    const warm = idleSockets + 1;
    await load.ask('connect', { first: warm, users: WARM_SOCKETS });
    await load.ask('probe', { users: Array.from({ length: WARM_SOCKETS }, (_, index) => warm + index) });
    await wait(SETTLE_MS);
    const before = residentBytes(server.pid);

    await load.ask('connect', { users: idleSockets });
    await wait(SETTLE_MS);
    const repairedBefore = await repairSeconds(repetition);
    const stopMeter = startCpuMeter({ server: server.pid, postgres: services.postgresPid });
    await wait(idleSeconds * 1_000);
    const cpu = stopMeter();
    const after = residentBytes(server.pid);
    const repaired = (await repairSeconds(repetition)) - repairedBefore;

    const step = idleSockets / PROBED;
    await load.ask('probe', {
      users: Array.from({ length: PROBED }, (_, index) => 1 + Math.floor(index * step)),
    });
    const perSecond = (seconds: number) => (seconds * 1_000) / cpu.seconds;
    return {
      memory: (after - before) / 1_000 / idleSockets,
      serverCpu: (perSecond(cpu.server) * 60) / (idleSockets / 1_000),
      postgresCpu: perSecond(cpu.postgres),
      allCpu: perSecond(cpu.server),
      ...(repetition.contender.name === 'carillon' && { repair: perSecond(repaired) }),
    };
  },
};

/** As Carillon itself counts it; the bare server has nothing to repair. */
async function repairSeconds({ contender, server }: Repetition): Promise<number> {
  if (contender.name !== 'carillon') return 0;
  const page = await metricsOf(server.url);
  return Number(/^carillon_repair_seconds_total (\S+)$/m.exec(page)![1]);
}
