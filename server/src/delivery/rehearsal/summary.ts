import type { Channel } from '../../catalogue/category.ts';
import type { Difference, Differences, Past } from './rehearse.ts';
import type { ChannelRehearsalType } from './rehearsal.type.ts';

export const MAX_EXAMPLES = 3;

/** Pure. */
export function countsOf(all: readonly Differences[], channels: readonly Channel[]): ChannelRehearsalType[] {
  const byChannel = Map.groupBy(all, ({ channel }) => channel);
  return channels.map((channel) => {
    const differences = byChannel.get(channel) ?? [];
    const count = (wanted: Difference) =>
      differences.filter(({ difference }) => difference === wanted).length;
    return {
      channel,
      moreCount: count('more'),
      fewerCount: count('fewer'),
      fewerReadCount: missed(differences).length,
      movedCount: count('moved'),
      unknownCount: count('unknown'),
    };
  });
}

/** Those that would not have come and that their reader did something with, each once. Pure. */
export const missed = (differences: readonly Differences[]): Past[] => [
  ...new Set(
    differences
      .filter(({ difference, past }) => difference === 'fewer' && isMinded(past))
      .map(({ past }) => past),
  ),
];

const isMinded = ({ readAt, settledAt, isAnswered }: Past): boolean =>
  readAt !== null || settledAt !== null || isAnswered;

/**
 * The ids of those that mattered most: what was answered, what was opened, what was read by itself, and last what was
 * read along with others; the newest first among equals. Pure.
 */
export function dearest(some: readonly Past[], all: readonly Past[]): string[] {
  const readAlong = Map.groupBy(all, ({ readAt }) => readAt);
  const rank = ({ isAnswered, settledAt, readAt }: Past): number => {
    if (isAnswered) return 0;
    if (settledAt !== null) return 1;
    return readAlong.get(readAt)?.length === 1 ? 2 : 3;
  };
  return some
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MAX_EXAMPLES)
    .map(({ id }) => id);
}
