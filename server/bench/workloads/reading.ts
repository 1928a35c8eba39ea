import type { Reads } from '../load/reading.ts';
import { per1000, type Repetition, type Workload } from '../workload.ts';

const READER = 'user-1';
const OTHERS = 1_000;
const READERS = 16;

/** W4: an inbox in which much has collected. */
export const reading: Workload = {
  name: 'W4',
  title: ({ unread }) =>
    `reading, ${unread.toLocaleString('en')} unread of one user, as many rows of others, ${READERS} readers at a time`,
  rows: [
    { figure: 'pageCpu', what: 'first page of 20, server CPU per 1,000', unit: 's', target: { atMost: 3 } },
    { figure: 'pageRate', what: 'first page of 20, rate', unit: '/s' },
    {
      figure: 'deepCost',
      what: 'a page in the middle, CPU of server and PostgreSQL per 1,000',
      unit: 's',
      against: { figure: 'pageCost', what: 'first page' },
      target: { atMost: 1.2 },
    },
    { figure: 'countRate', what: 'count of the unread, rate', unit: '/s', target: { atLeast: 5 } },
    { figure: 'countCpu', what: 'count of the unread, server CPU per 1,000', unit: 's' },
  ],
  async seed(client, contender, { unread }) {
    const others = Array.from({ length: OTHERS }, (_, index) => `user-${index + 2}`);
    await contender.seed(client, others, unread / OTHERS);
    await contender.seed(client, [READER], unread);
  },
  async measure(repetition) {
    const { load, scale } = repetition;
    const after = await load.ask('walkTo', { userId: READER, depth: scale.depth });
    await check(repetition, after);
    const shared = { userId: READER, readers: READERS };
    const windows = async (ask: (seconds: number) => Promise<Reads>) => {
      await ask(scale.warmUpSeconds);
      return ask(scale.seconds);
    };
    const first = await windows((seconds) => load.ask('readPages', { ...shared, seconds }));
    const deep = await windows((seconds) => load.ask('readPages', { ...shared, after, seconds }));
    const count = await windows((seconds) => load.ask('readCounts', { ...shared, seconds }));
    return {
      pageCpu: per1000(first.cpu.server, first.count),
      pageRate: first.perSecond,
      pageCost: costOf(first),
      deepCost: costOf(deep),
      countRate: count.perSecond,
      countCpu: per1000(count.cpu.server, count.count),
    };
  },
};

const costOf = ({ cpu, count }: Reads): number => per1000(cpu.server + cpu.postgres, count);

/** A fast answer is worth nothing if it is the wrong one. */
async function check({ load, scale: { unread, depth } }: Repetition, after: string): Promise<void> {
  const [newest] = await load.ask('look', { userId: READER });
  const [deep] = await load.ask('look', { userId: READER, after });
  const count = await load.ask('countUnread', { userId: READER });
  if (newest !== `seeded ${unread}` || deep !== `seeded ${unread - depth}` || count !== unread)
    throw new Error(`Read ${newest} first, ${deep} at ${depth}, and ${count} unread`);
}
