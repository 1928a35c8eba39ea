import { setTimeout as wait } from 'node:timers/promises';
import type { Workload } from '../workload.ts';

const USERS = 1_000;
const TABS_OF_ONE = 500;
const WARM_UPS = 3;
const PAUSE_MS = 200;

/** W3: one event, many sockets. */
export const fanningOut: Workload = {
  name: 'W3',
  title: () => 'until the last socket has it',
  rows: [
    {
      figure: 'tabs',
      what: `one user with ${TABS_OF_ONE} sockets, one create`,
      unit: 'ms',
      target: { atMost: 1.5 },
    },
    {
      figure: 'users',
      what: `${USERS.toLocaleString('en')} users, one call`,
      unit: 'ms',
      target: { atMost: 1.5 },
    },
  ],
  async measure({ load, scale: { shots } }) {
    const user = USERS + 1;
    await load.ask('connect', { users: USERS });
    await load.ask('connect', { first: user, users: 1, each: TABS_OF_ONE });
    const tabs = await repeated(shots, () => load.ask('ringOne', { user }));
    const users = await repeated(shots, () => load.ask('ringMany', { users: USERS }));
    return { tabs, users };
  },
};

async function repeated(shots: number, shoot: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let shot = 0; shot < WARM_UPS + shots; shot++) {
    times.push(await shoot());
    await wait(PAUSE_MS);
  }
  return times.slice(WARM_UPS);
}
