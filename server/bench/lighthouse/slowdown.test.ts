import { expect, it } from '@jest/globals';
import { slowdownOf } from './slowdown.ts';

it('is what the calculator says, and never more than what Lighthouse takes by itself', () => {
  const known = [0, 100, 150, 475, 800, 1050, 1300, 1533, 2000, 9000].map(slowdownOf);
  expect(known).toEqual([1, 1, 1, 1.5, 2, 2.5, 3, 4, 4, 4]);
});
