// `npm run bench -- --quick --only W2`: what Carillon costs beside a server that does only the least.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { stopSignal } from '../local/stop-signal.ts';
import { bare } from './contenders/bare.ts';
import { carillon } from './contenders/carillon.ts';
import { readOptions, USAGE, type Options } from './options.ts';
import { isPinned } from './pinned.ts';
import { complaints, isVoid, table } from './report.ts';
import { prepare, runRounds, type Outcome } from './rounds.ts';
import { startServices } from './services.ts';
import { most } from './statistics.ts';
import { creating } from './workloads/creating.ts';

const contenders = [carillon, bare];
const workloads = [creating];

function optionsOrExit(): Options {
  try {
    return readOptions(process.argv.slice(2), workloads);
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    process.exit(2);
  }
}

const options = optionsOrExit();
const begun = Date.now();
const services = await startServices();
void stopSignal().then(() => services.stop().finally(() => process.exit(130)));
try {
  const outcomes = await runAll();
  console.log(`\n${table(options.workloads, outcomes, options.scale)}\n\n${circumstances(outcomes)}`);
  for (const complaint of complaints(outcomes)) console.error(complaint);
  if (options.json) await writeFile(options.json, `${JSON.stringify({ options, outcomes }, null, 2)}\n`);
  if (isVoid(outcomes)) {
    console.error('This run is VOID.');
    process.exitCode = 1;
  }
} finally {
  await services.stop();
}
process.exit();

async function runAll(): Promise<Outcome[]> {
  await prepare(contenders, services);
  const outcomes: Outcome[] = [];
  for (const workload of options.workloads) {
    console.error(`${Math.round((Date.now() - begun) / 1_000)} s: ${workload.name}`);
    outcomes.push(...(await runRounds(workload, contenders, services, options)));
  }
  return outcomes;
}

/** Without which the figures say nothing. */
function circumstances(outcomes: readonly Outcome[]): string {
  const revision = execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim();
  const foreign = most(outcomes.map(({ foreignShare }) => foreignShare));
  return [
    `Median [lowest..highest] of ${options.rounds} alternating rounds; ratio of medians.`,
    `Node ${process.versions.node}, ${availableParallelism()} cores of ${cpus()[0]?.model}, revision ${revision}.`,
    isPinned ? 'Server and load each on a core of their own.' : '**Nothing was pinned to a core.**',
    `Other processes used up to ${Math.round(foreign * 100)} % of the machine.`,
    ...(options.isQuick ? ['A quick run: too short for a verdict.'] : []),
  ].join(' ');
}
