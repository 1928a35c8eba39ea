import type { Workload } from '../workload.ts';

const USERS = 1_000;
const OUTSTANDING = 64;

/** W6: killed with -9 while everybody sends. What was acknowledged must be with each client afterwards. */
export const crashing: Workload = {
  name: 'W6',
  title: () => 'kill -9 under load, started again at once; clients retry every 50 to 100 ms',
  rows: [
    {
      figure: 'back',
      what: `until all ${USERS.toLocaleString('en')} sockets are subscribed again`,
      unit: 'ms',
      target: { atMost: 1.5 },
    },
    { figure: 'first', what: 'until the first one is', unit: 'ms' },
    {
      figure: 'acknowledged',
      what: 'creates acknowledged in all (none may be missing)',
      unit: 'a run',
      isPlain: true,
    },
    { figure: 'onlyListed', what: 'of these, found in the list alone', unit: 'a run', isPlain: true },
  ],
  cutsSockets: true,
  async measure({ server, load, scale: { crashSeconds } }) {
    await load.ask('connect', { users: USERS });
    const crash = load.ask('crash', { users: USERS, outstanding: OUTSTANDING, seconds: crashSeconds });
    await Promise.race([server.restartOnceEnded(), crash]);
    const { firstBackMs, allBackMs, acknowledged, onlyListed } = await crash;
    return { first: firstBackMs, back: allBackMs, acknowledged, onlyListed };
  },
};
