import { expect, test } from '@jest/globals';
import { letGo } from './let-go.ts';

test('what cannot be let go of is told, and everything after it is let go of all the same', async () => {
  const done: string[] = [];
  const troubles: unknown[] = [];
  const trouble = (text: string) => new Error(text);
  await letGo(
    [
      () => Promise.reject(trouble('PostgreSQL is gone')),
      () => done.push('the feature'),
      () => {
        throw trouble('at once');
      },
      async () => done.push('the pool'),
    ],
    (error) => troubles.push(error),
  );
  expect(done).toEqual(['the feature', 'the pool']);
  expect(troubles).toEqual([trouble('PostgreSQL is gone'), trouble('at once')]);
});
