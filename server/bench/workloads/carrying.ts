import { per1000, type Workload } from '../workload.ts';

const USERS = 1_000;
const OUTSTANDING = 64;

/**
 * W9: what notifications cost that carry more than a text. With and without take turns, because a server gets faster
 * while it runs.
 */
export const carrying: Workload = {
  name: 'W9',
  title: () =>
    `creates with subject, actor, data and two actions against plain ones, ${OUTSTANDING} outstanding`,
  rows: [
    {
      figure: 'carrying',
      what: 'server CPU per 1,000',
      unit: 's',
      against: { figure: 'plain', what: 'plain' },
      target: { atMost: 1.25 },
    },
    {
      figure: 'postgresCarrying',
      what: 'PostgreSQL CPU per 1,000',
      unit: 's',
      against: { figure: 'postgresPlain', what: 'plain' },
    },
  ],
  isOnlyForCarillon: true,
  async measure({ load, scale: { seconds, warmUpSeconds } }) {
    const saturated = async (carries: boolean, seconds: number) => {
      const { cpu, count } = await load.ask('saturate', {
        users: USERS,
        outstanding: OUTSTANDING,
        seconds,
        carries,
      });
      return { server: per1000(cpu.server, count), postgres: per1000(cpu.postgres, count) };
    };
    await load.ask('connect', { users: USERS });
    for (const carries of [false, true]) await saturated(carries, warmUpSeconds);
    const turns = [];
    for (const _turn of [1, 2])
      turns.push({ plain: await saturated(false, seconds), carrying: await saturated(true, seconds) });
    return {
      plain: turns.map(({ plain }) => plain.server),
      carrying: turns.map(({ carrying }) => carrying.server),
      postgresPlain: turns.map(({ plain }) => plain.postgres),
      postgresCarrying: turns.map(({ carrying }) => carrying.postgres),
    };
  },
};
