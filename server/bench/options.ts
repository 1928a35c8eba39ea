import { parseArgs } from 'node:util';
import { FULL, QUICK, type Scale } from './scale.ts';
import type { Workload } from './workload.ts';

const ROUNDS = 3;

export interface Options {
  isQuick: boolean;
  scale: Scale;
  rounds: number;
  workloads: readonly Workload[];
  /** Where the figures are written besides. */
  json: string | undefined;
}

export const USAGE = `npm run bench -- [--quick] [--only W2,W3] [--rounds ${ROUNDS}] [--json FILE]`;

/** @throws TypeError or RangeError that says what is wrong with the arguments */
export function readOptions(args: string[], workloads: readonly Workload[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const rounds = Number(values.rounds ?? (values.quick ? 1 : ROUNDS));
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new RangeError(`--rounds ${values.rounds} is no number of rounds`);
  return {
    isQuick: values.quick,
    scale: values.quick ? QUICK : FULL,
    rounds,
    workloads: values.only === undefined ? workloads : named(values.only.split(','), workloads),
    json: values.json,
  };
}

function named(names: readonly string[], workloads: readonly Workload[]): readonly Workload[] {
  const known = workloads.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new RangeError(`--only ${unknown.join(',')}: there is no such workload, only ${known.join(',')}`);
  return workloads.filter(({ name }) => names.includes(name));
}
