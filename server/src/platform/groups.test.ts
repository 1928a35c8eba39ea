import { expect, jest, test } from '@jest/globals';
import { Groups } from './groups.ts';
import { until } from '../../test/support/until.ts';

const options = { most: 10, inFlight: 1, isForAll: (error: unknown) => (error as Error).message === 'away' };

/** Commits that wait for us, and what they were asked to take. */
function heldCommits(answer: (items: readonly number[]) => readonly (string | Promise<string>)[]) {
  const groups: (readonly number[])[] = [];
  const releases: (() => void)[] = [];
  const commits = new Groups<number, string>(async (items) => {
    groups.push(items);
    await new Promise<void>((resolve) => releases.push(resolve));
    return answer(items);
  }, options);
  const release = async () => {
    await until(() => releases.length > 0);
    releases.shift()!();
  };
  return { commits, groups, release };
}

const named = (items: readonly number[]) => items.map((item) => `row ${item}`);

test('commits a lone item at once, and together what came meanwhile', async () => {
  const { commits, groups, release } = heldCommits(named);
  const answers = [1, 2, 3, 4].map((item) => commits.add(item));
  await release();
  await release();
  expect(await Promise.all(answers)).toEqual(['row 1', 'row 2', 'row 3', 'row 4']);
  expect(groups).toEqual([[1], [2, 3, 4]]);
});

test('takes no more than it may at a time', async () => {
  const { commits, groups, release } = heldCommits(named);
  const answers = Array.from({ length: 15 }, (_, item) => commits.add(item));
  for (let turn = 0; turn < 3; turn++) await release();
  await Promise.all(answers);
  expect(groups.map(({ length }) => length)).toEqual([1, 10, 4]);
});

test('lets a bad item fail alone', async () => {
  const { commits, groups, release } = heldCommits((items) => {
    if (items.includes(3)) throw new Error('bad three');
    return named(items);
  });
  const answers = [1, 2, 3, 4].map((item) => commits.add(item).catch((error: Error) => error.message));
  for (let turn = 0; turn < 5; turn++) await release();
  expect(await Promise.all(answers)).toEqual(['row 1', 'row 2', 'bad three', 'row 4']);
  expect(groups).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
});

test('does not try one by one what concerns them all', async () => {
  const { commits, groups, release } = heldCommits(() => {
    throw new Error('away');
  });
  const answers = [1, 2, 3].map((item) => commits.add(item).catch((error: Error) => error.message));
  for (let turn = 0; turn < 2; turn++) await release();
  expect(await Promise.all(answers)).toEqual(['away', 'away', 'away']);
  expect(groups).toEqual([[1], [2, 3]]);
});

test('lets one that is still under way fail by itself', async () => {
  const { commits, groups, release } = heldCommits((items) =>
    items.map((item) => (item === 2 ? Promise.reject(new Error('late')) : `row ${item}`)),
  );
  const answers = [1, 2, 3].map((item) => commits.add(item).catch((error: Error) => error.message));
  for (let turn = 0; turn < 2; turn++) await release();
  expect(await Promise.all(answers)).toEqual(['row 1', 'late', 'row 3']);
  expect(groups).toEqual([[1], [2, 3]]);
});

test('tells those to come again whose turn was late, and does what was asked in time', async () => {
  const { commits, groups, release } = heldCommits(named);
  const now = performance.now();
  const clock = jest.spyOn(performance, 'now').mockReturnValue(now);
  try {
    const first = commits.add(1);
    const late = Promise.allSettled([commits.add(2), commits.add(3)]);
    clock.mockReturnValue(now + 6_000);
    const inTime = commits.add(4);
    await release();
    await release();
    expect(await Promise.all([first, inTime])).toEqual(['row 1', 'row 4']);
    const refused = { status: 'rejected', reason: { extensions: { code: 'SERVICE_UNAVAILABLE' } } };
    expect(await late).toMatchObject([refused, refused]);
    expect(groups).toEqual([[1], [4]]);
  } finally {
    clock.mockRestore();
  }
});
