// `npm run bench -- --quick --only W2`: what Carillon costs beside a server that does only the least.
import { writeFile } from 'node:fs/promises';
import { stopSignal } from '../local/stop-signal.ts';
import { circumstances, told } from './circumstances.ts';
import { bare } from './contenders/bare.ts';
import { carillon } from './contenders/carillon.ts';
import { readOptions, USAGE, type Options } from './options.ts';
import { complaints, isVoid, table } from './report.ts';
import { prepare, runRounds, type Outcome } from './rounds.ts';
import { Server } from './server.ts';
import { startServices } from './services.ts';
import { acting } from './workloads/acting.ts';
import { broadcasting } from './workloads/broadcasting.ts';
import { carrying } from './workloads/carrying.ts';
import { crashing } from './workloads/crashing.ts';
import { creating } from './workloads/creating.ts';
import { fanningOut } from './workloads/fanning-out.ts';
import { idling } from './workloads/idling.ts';
import { markingAll } from './workloads/marking-all.ts';
import { reading } from './workloads/reading.ts';
import { targeting } from './workloads/targeting.ts';

const contenders = [carillon, bare];
const workloads = [
  ...[idling, creating, fanningOut, reading, markingAll, crashing, targeting, acting, carrying],
  broadcasting,
];

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
void stopSignal()
  .then(() => Server.killAll())
  .then(() => services.stop())
  .finally(() => process.exit(130));
try {
  const outcomes = await runAll();
  const around = circumstances(options);
  console.log(`\n${table(options.workloads, outcomes, options.scale)}\n\n${told(around, outcomes)}`);
  for (const complaint of complaints(outcomes)) console.error(complaint);
  if (options.json) await writeFile(options.json, `${JSON.stringify({ ...around, outcomes }, null, 2)}\n`);
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
