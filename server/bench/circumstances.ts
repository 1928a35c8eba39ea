import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { inRepository } from '../local/repository.ts';
import type { Options } from './options.ts';
import { isPinned } from './pinned.ts';
import type { Outcome } from './rounds.ts';
import type { Scale } from './scale.ts';
import { most } from './statistics.ts';

/** Without which figures say nothing. */
export interface Circumstances {
  date: string;
  revision: string;
  node: string;
  cores: number;
  processor: string;
  isPinned: boolean;
  isQuick: boolean;
  rounds: number;
  scale: Scale;
}

export function circumstances({ isQuick, rounds, scale }: Options): Circumstances {
  return {
    date: new Date().toISOString(),
    revision: revision(),
    node: process.versions.node,
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    isPinned,
    isQuick,
    rounds,
    scale,
  };
}

/** The line below the table. */
export function told(around: Circumstances, outcomes: readonly Outcome[]): string {
  const foreign = most(outcomes.map(({ foreignShare }) => foreignShare));
  return [
    `Median [lowest..highest] of ${around.rounds} rounds, contenders in turn; ratio of the medians.`,
    around.isPinned
      ? 'Server and load on a core each, PostgreSQL and Redis on any.'
      : '**Nothing was pinned to a core.**',
    `Other processes used up to ${Math.round(foreign * 100)} % of the machine.`,
    `Node ${around.node}, ${around.cores} cores of ${around.processor}, revision ${around.revision}, ${around.date.slice(0, 10)}.`,
    ...(around.isQuick ? ['**A quick run: too short for a verdict.**'] : []),
  ].join(' ');
}

/** Of the sources, with a mark when they are not what was committed. */
function revision(): string {
  try {
    const options = {
      cwd: inRepository(),
      stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'],
    };
    return execFileSync('git', ['describe', '--always', '--dirty'], options).toString().trim();
  } catch {
    return 'unknown';
  }
}
