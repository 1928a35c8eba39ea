import { per1000, type Figures, type Row, type Workload } from '../workload.ts';

const USERS = 1_000;
const OUTSTANDING = 64;
/** Half of a higher maximum is a harder test than half of a lower one; these are the same for both. */
const EQUAL_RATES = [300, 1_500];

/** W2: what the whole thing is for. Half of its own maximum is where a well-sized server works, so latency is taken there. */
export const creating: Workload = {
  name: 'W2',
  title: () => `create → saved → delivered, ${USERS.toLocaleString('en')} users, ${OUTSTANDING} outstanding`,
  rows: [
    { figure: 'cpu', what: 'server CPU per 1,000', unit: 's', target: { atMost: 2.2 } },
    { figure: 'rate', what: 'rate', unit: '/s', target: { atLeast: 0.8 } },
    { figure: 'p99', what: 'p99 at half of its own maximum', unit: 'ms', target: { atMost: 1.5 } },
    { figure: 'median', what: 'median at half of its own maximum', unit: 'ms' },
    ...EQUAL_RATES.flatMap((perSecond): Row[] => [
      {
        figure: `median${perSecond}`,
        what: `median at ${perSecond.toLocaleString('en')}/s`,
        unit: 'ms',
        target: { atMost: 1.5 },
      },
      {
        figure: `p99At${perSecond}`,
        what: `p99 at ${perSecond.toLocaleString('en')}/s`,
        unit: 'ms',
        target: { atMost: 2 },
      },
    ]),
    { figure: 'halfCpu', what: 'server CPU per 1,000 at half of its own maximum', unit: 's' },
    { figure: 'postgresCpu', what: 'PostgreSQL CPU per 1,000', unit: 's' },
    { figure: 'loadBusy', what: 'share of its core that the load process used', unit: '%', isPlain: true },
  ],
  async measure({ load, scale: { seconds, warmUpSeconds } }) {
    await load.ask('connect', { users: USERS });
    await load.ask('saturate', { users: USERS, outstanding: OUTSTANDING, seconds: warmUpSeconds });
    const fastest = await load.ask('saturate', { users: USERS, outstanding: OUTSTANDING, seconds });
    const half = await load.ask('keepRate', { users: USERS, perSecond: fastest.perSecond / 2, seconds });
    const equal: Figures = {};
    for (const perSecond of EQUAL_RATES) {
      const { medianMs, p99Ms } = await load.ask('keepRate', { users: USERS, perSecond, seconds });
      Object.assign(equal, { [`median${perSecond}`]: medianMs, [`p99At${perSecond}`]: p99Ms });
    }
    return {
      ...equal,
      cpu: per1000(fastest.cpu.server, fastest.count),
      rate: fastest.perSecond,
      p99: half.p99Ms,
      median: half.medianMs,
      halfCpu: per1000(half.cpu.server, half.count),
      postgresCpu: per1000(fastest.cpu.postgres, fastest.count),
      loadBusy: (fastest.cpu.own / fastest.cpu.seconds) * 100,
    };
  },
};
