import type { Acts } from '../load/acting.ts';
import { userName } from '../load/crowd.ts';
import { per1000, type Repetition, type Workload } from '../workload.ts';

const AT_ONCE = 16;
const USERS = 1_000;
const TEN = 10;
/** For the same before anything is measured. */
const WARM_UP_SHARE = 0.25;

const one = [userName(1)];
const many = Array.from({ length: USERS }, (_, index) => userName(2 + index));
/** Acts upon ten take a quarter of the acts; each of these users acts once, upon all they have. */
const tens = (acts: number, first: number) =>
  Array.from({ length: (acts / 4) * (1 + WARM_UP_SHARE) }, (_, index) => userName(first + index));
const markers = (acts: number) => tens(acts, 1_000_000);
const removers = (acts: number) => tens(acts, 2_000_000);

/** W8: what readers do all day. Each act is upon a notification that nobody has acted upon. */
export const acting: Workload = {
  name: 'W8',
  title: ({ acts }) => `${acts.toLocaleString('en')} acts of readers, ${AT_ONCE} at a time`,
  rows: [
    {
      figure: 'oneCpu',
      what: 'one user marks one read, server CPU per 1,000',
      unit: 's',
      target: { atMost: 2 },
    },
    { figure: 'oneRate', what: 'one user, rate', unit: '/s', target: { atLeast: 0.6 } },
    { figure: 'oneP99', what: 'one user, p99', unit: 'ms', target: { atMost: 3 } },
    {
      figure: 'manyCpu',
      what: `${USERS.toLocaleString('en')} users mark one read, server CPU per 1,000`,
      unit: 's',
      target: { atMost: 2 },
    },
    {
      figure: 'manyRate',
      what: `${USERS.toLocaleString('en')} users, rate`,
      unit: '/s',
      target: { atLeast: 0.6 },
    },
    {
      figure: 'manyP99',
      what: `${USERS.toLocaleString('en')} users, p99`,
      unit: 'ms',
      target: { atMost: 3 },
    },
    ...(['markAll', 'archive', 'delete'] as const).map((figure) => ({
      figure,
      what: `${{ markAll: 'mark all of', archive: 'archive', delete: 'delete' }[figure]} ${TEN}, server CPU per 1,000`,
      unit: 's',
      against: { figure: 'manyCpu', what: 'marking one' },
      target: { atMost: 1.5 },
    })),
    { figure: 'postgresOne', what: 'mark one read, PostgreSQL CPU per 1,000', unit: 's' },
    { figure: 'postgresTen', what: `mark all of ${TEN}, PostgreSQL CPU per 1,000`, unit: 's' },
  ],
  async seed(client, contender, { acts }) {
    const each = Math.ceil((acts * (1 + WARM_UP_SHARE)) / USERS);
    await contender.seed(client, one, acts * (1 + WARM_UP_SHARE));
    await contender.seed(client, many, each);
    if (contender.name === 'carillon')
      await contender.seed(client, [...markers(acts), ...removers(acts)], TEN);
  },
  async measure(repetition) {
    const { acts } = repetition.scale;
    const byOne = await measured(repetition, 'markOnes', one, acts);
    const byMany = await measured(repetition, 'markOnes', many, acts);
    const figures = {
      oneCpu: cpuOf(byOne),
      oneRate: byOne.perSecond,
      oneP99: byOne.p99Ms,
      manyCpu: cpuOf(byMany),
      manyRate: byMany.perSecond,
      manyP99: byMany.p99Ms,
      postgresOne: per1000(byMany.cpu.postgres, byMany.count),
    };
    if (repetition.contender.name !== 'carillon') return figures;
    const markAll = await measured(repetition, 'markAlls', markers(acts), acts / 4);
    const archive = await measured(repetition, 'archiveTens', markers(acts), acts / 4);
    const remove = await measured(repetition, 'deleteTens', removers(acts), acts / 4);
    return {
      ...figures,
      markAll: cpuOf(markAll),
      archive: cpuOf(archive),
      delete: cpuOf(remove),
      postgresTen: per1000(markAll.cpu.postgres, markAll.count),
    };
  },
};

const cpuOf = ({ cpu, count }: Acts): number => per1000(cpu.server, count);

async function measured(
  { load }: Repetition,
  act: 'markOnes' | 'markAlls' | 'archiveTens' | 'deleteTens',
  userIds: readonly string[],
  count: number,
): Promise<Acts> {
  await load.ask('gather', { userIds });
  const warmUps = count * WARM_UP_SHARE;
  await load.ask(act, { userIds, count: warmUps, outstanding: AT_ONCE });
  // Whoever acts once only has acted by now.
  const rest = userIds.length > count ? userIds.slice(warmUps) : userIds;
  return load.ask(act, { userIds: rest, count, outstanding: AT_ONCE });
}
