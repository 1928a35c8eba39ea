import { expect, test } from '@jest/globals';
import { readOptions } from './options.ts';
import { FULL, QUICK } from './scale.ts';
import { creating } from './workloads/creating.ts';
import { reading } from './workloads/reading.ts';

const all = [creating, reading];
const read = (...args: string[]) => readOptions(args, all);

test('measures everything three times, or little once', () => {
  expect(read()).toMatchObject({ scale: FULL, rounds: 3, workloads: all });
  expect(read('--quick')).toMatchObject({ scale: QUICK, rounds: 1 });
  expect(read('--quick', '--rounds', '2', '--only', 'W4')).toMatchObject({ rounds: 2, workloads: [reading] });
});

test('says what it does not know', () => {
  expect(() => read('--fast')).toThrow("'--fast'");
  expect(() => read('W2')).toThrow("'W2'");
  expect(() => read('--only', 'W2,W9')).toThrow('W9: there is no such workload, only W2,W4');
  expect(() => read('--rounds', 'many')).toThrow('many');
});
