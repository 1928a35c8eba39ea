import { expect, test } from '@jest/globals';
import { isVoid, table } from './report.ts';
import type { Outcome } from './rounds.ts';
import { FULL } from './scale.ts';
import type { Workload } from './workload.ts';

const workload: Workload = {
  name: 'W0',
  title: () => 'nothing',
  rows: [
    { figure: 'cpu', what: 'CPU', unit: 's', target: { atMost: 2 } },
    { figure: 'rate', what: 'rate', unit: '/s', target: { atLeast: 0.8 } },
    {
      figure: 'deep',
      what: 'deep',
      unit: 's',
      against: { figure: 'cpu', what: 'CPU' },
      target: { atMost: 1.2 },
    },
  ],
  measure: async () => ({}),
};

const well = { expected: 1, delivered: 1, lost: 0, doubled: 0, misdelivered: 0, refused: 0, complaints: [] };

const outcome = (contender: 'carillon' | 'bare', figures: Outcome['figures'], wrong = {}): Outcome => ({
  workload: 'W0',
  contender,
  round: 1,
  figures,
  verdict: { ...well, ...wrong },
  foreignShare: 0,
});

const outcomes = [
  outcome('carillon', { cpu: 1, rate: 900, deep: 3.9 }),
  outcome('bare', { cpu: 1, rate: 1_000 }),
  outcome('carillon', { cpu: [3, 5], rate: 700, deep: 3.3 }),
  outcome('bare', { cpu: 2, rate: 1_200 }),
];

test('divides medians, and says which target was met', () => {
  const [, , , cpu, rate, deep, ledger] = table([workload], outcomes, FULL).split('\n');
  expect(cpu).toBe('| CPU, s | 3 [1..5] | 1.5 [1..2] | 2× | ≤ 2×: met |');
  expect(rate).toBe('| rate, /s | 800 [700..900] | 1,100 [1,000..1,200] | 0.727× | ≥ 0.8×: **missed** |');
  expect(deep).toBe('| deep, s | 3.6 [3.3..3.9] | its own CPU: 3 [1..5] | 1.2× | ≤ 1.2×: met |');
  expect(ledger).toContain('0, 0, 0, 0 (of 2 delivered)');
});

test.each(['lost', 'doubled', 'misdelivered', 'refused'])('is void when anything was %s', (kind) => {
  const tainted = [...outcomes, outcome('bare', {}, { [kind]: 1 })];
  expect(isVoid(outcomes)).toBe(false);
  expect(isVoid(tainted)).toBe(true);
  expect(table([workload], tainted, FULL)).toContain('**VOID**');
});
