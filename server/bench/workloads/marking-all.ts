import type { Workload } from '../workload.ts';

const UNREAD = 10_000;

const readers = (shots: number) => Array.from({ length: shots + 1 }, (_, index) => `reader-${index}`);

/** W5: one click on a long list. Each shot is another user with as many; the first warms up. */
export const markingAll: Workload = {
  name: 'W5',
  title: () => `mark all read, ${UNREAD.toLocaleString('en')} unread`,
  rows: [{ figure: 'time', what: 'until it is answered', unit: 'ms', target: { atMost: 1.3 } }],
  seed: (client, contender, { shots }) => contender.seed(client, readers(shots), UNREAD),
  async measure({ load, scale: { shots } }) {
    const times: number[] = [];
    for (const userId of readers(shots)) {
      const before = await load.ask('countUnread', { userId });
      times.push(await load.ask('markAllRead', { userId }));
      const after = await load.ask('countUnread', { userId });
      if (before !== UNREAD || after !== 0) throw new Error(`${before} were unread, and then ${after}`);
    }
    return { time: times.slice(1) };
  },
};
