import { setTimeout as wait } from 'node:timers/promises';
import { startCpuMeter } from '../cpu-meter.ts';
import { per1000, type Workload } from '../workload.ts';

const PER_SECOND = 200;
const WARM_OUTSTANDING = 16;
const SETTLE_MS = 2_000;

/**
 * Cost follows the recipients, not the connected: events to one user, with few others connected and with many. The few
 * are measured before and after the many, because a server gets faster while it runs.
 */
export const targeting: Workload = {
  name: 'W7',
  title: ({ idleSockets, fewSockets }) =>
    `${PER_SECOND} events/s to one user, ${idleSockets.toLocaleString('en')} others connected against ${fewSockets}`,
  rows: [
    {
      figure: 'many',
      what: 'server CPU per 1,000 events, all that the server did meanwhile',
      unit: 's',
      against: { figure: 'few', what: 'few' },
      target: { atMost: 1.2 },
    },
    {
      figure: 'manyAlone',
      what: 'server CPU per 1,000 events, less what the idle sockets cost anyway',
      unit: 's',
      against: { figure: 'fewAlone', what: 'few' },
    },
  ],
  isOnlyForCarillon: true,
  async measure({ server, services, load, scale }) {
    const { fewSockets, idleSockets, seconds, warmUpSeconds } = scale;
    const events = async () => {
      await wait(SETTLE_MS);
      const stopMeter = startCpuMeter({ server: server.pid, postgres: services.postgresPid });
      await wait(seconds * 1_000);
      const idle = stopMeter();
      const { cpu, count } = await load.ask('keepRate', { users: 1, perSecond: PER_SECOND, seconds });
      const withoutIdle = cpu.server - (idle.server / idle.seconds) * cpu.seconds;
      return { all: per1000(cpu.server, count), alone: per1000(withoutIdle, count) };
    };
    await load.ask('connect', { users: fewSockets });
    await load.ask('saturate', { users: 1, outstanding: WARM_OUTSTANDING, seconds: warmUpSeconds });
    const before = await events();
    await load.ask('connect', { first: fewSockets + 1, users: idleSockets - fewSockets });
    const many = await events();
    await load.ask('disconnect', { left: fewSockets });
    const after = await events();
    return {
      few: [before.all, after.all],
      fewAlone: [before.alone, after.alone],
      many: many.all,
      manyAlone: many.alone,
    };
  },
};
