// `npm run steady -- --months 18`: whether a deployment in which each month is like the last one stops growing.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { discardData } from '../../local/programs/postgres-folder.ts';
import { startPostgres } from '../../local/programs/postgres.ts';
import { grown, table } from './figures.ts';
import { Simulation } from './simulation.ts';

/** Nothing is kept longer than a year, so from the fourteenth month on each must be like the one before. */
const LEAST_MONTHS = 16;

const { values } = parseArgs({ options: { months: { type: 'string', default: '18' } } });
const months = Number(values.months);
if (!(months >= LEAST_MONTHS)) {
  console.error(`--months must be ${LEAST_MONTHS} at least: what was asked and answered is kept for a year.`);
  process.exit(2);
}

const folder = await mkdtemp(path.join(tmpdir(), 'carillon-steady-'));
// For root PostgreSQL runs as another user, who has to get in.
await chmod(folder, 0o755);
const dataDir = path.join(folder, 'postgres');
const postgres = await startPostgres({ dataDir, settings: { fsync: 'off' } });
try {
  const simulation = await Simulation.open(postgres.url);
  const figures = [];
  for (let month = 1; month <= months; month++) {
    figures.push(await simulation.passMonth(month));
    console.error(`month ${month} of ${months}`);
  }
  await simulation.close();
  console.log(`\n${table(figures)}\n`);
  const growing = grown(figures);
  console.log(growing.length === 0 ? 'It has stopped growing.' : `It still grows: ${growing.join(', ')}.`);
  process.exitCode = growing.length === 0 ? 0 : 1;
} finally {
  await postgres.stop();
  discardData(dataDir);
  await rm(folder, { recursive: true, force: true });
}
process.exit();
