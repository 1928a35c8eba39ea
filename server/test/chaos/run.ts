// `npm run chaos -- --minutes 10 --seed 7 --json chaos.json`
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { table, type Report } from './report.ts';
import { runChaos } from './run-chaos.ts';

const MIN_MINUTES = 10;
const MIN_SENDS = 50_000;
const MIN_FAULTS = 10;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: String(MIN_MINUTES) },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    json: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const begun = Date.now();
const say = (line: string) => console.log(`${Math.round((Date.now() - begun) / 1_000)} s: ${line}`);
console.log(`seed ${values.seed}, ${minutes} minutes`);

const report = await runChaos({
  seed: Number(values.seed),
  seconds: minutes * 60,
  leastFaults: 0,
  leastSends: 0,
  users: 10,
  senders: 10,
  services: 2,
  sendPauseMs: [0, 60],
  actPauseMs: [0, 500],
  restMs: [1_500, 7_000],
  holdMs: [300, 4_000],
  say,
});
console.log(`\n${table(report)}\n`);
if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
process.exit(verdict(report));

/** 0: nothing was wrong. 1: something was. 2: nothing was, but the run was too small to count. */
function verdict({ sends, faults, complaints }: Report): number {
  if (complaints.length > 0) {
    console.log('This run FAILED.');
    return 1;
  }
  const missing = [
    ...(minutes < MIN_MINUTES ? [`${minutes} of ${MIN_MINUTES} minutes`] : []),
    ...(sends < MIN_SENDS ? [`${sends} of ${MIN_SENDS} sends`] : []),
    ...Object.entries(faults)
      .filter(([, count]) => count < MIN_FAULTS)
      .map(([kind, count]) => `${kind}: ${count} of ${MIN_FAULTS} times`),
  ];
  if (missing.length === 0) {
    console.log('Nothing was lost, doubled or miscounted.');
    return 0;
  }
  console.log(`Nothing was wrong, but this run DOES NOT COUNT: ${missing.join('; ')}.`);
  return 2;
}
