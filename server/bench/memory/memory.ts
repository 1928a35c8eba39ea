// `npm run bench:memory -- --minutes 20`: whether a tab that is open for long holds what it held at first, and whether a
// long list scrolls smoothly; with `--minutes 0` the latter alone.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium as playwright } from 'playwright-core';
import { chromium } from '../../local/programs/chromium.ts';
import { discardData } from '../../local/programs/postgres-folder.ts';
import { startPostgres } from '../../local/programs/postgres.ts';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { SECRET } from '../contenders/token.ts';
import { quantile } from '../statistics.ts';
import { arrive, fill } from './arrivals.ts';
import { loadAll, scrollDown } from './frames.ts';
import { Tab, type Memory } from './tab.ts';

/** Until then what is there once is there: code, the first rows, all that is compiled. */
const WARM_MINUTES = 2;
/** What a heap moves by itself. */
const TOLERANCE_MB = 3;
const MOST_ROWS = 100;
/** Less than a frame and a half at 60 a second. */
const ROUGH_MS = 25;
/** One of 60 a second. What is told to a page of when a frame was varies by some tenths of a millisecond. */
const FRAME_MS = 16.7;
const JITTER_MS = 0.5;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    rate: { type: 'string', default: '20' },
    rows: { type: 'string', default: '10000' },
  },
});
const minutes = Number(values.minutes);
const rate = Number(values.rate);
const rows = Number(values.rows);
if (minutes !== 0 && !(minutes > WARM_MINUTES)) {
  console.error(`--minutes must be more than ${WARM_MINUTES}, or 0 to scroll only.`);
  process.exit(2);
}

const folder = await mkdtemp(path.join(tmpdir(), 'carillon-memory-'));
// For root PostgreSQL runs as another user, who has to get in.
await chmod(folder, 0o755);
const dataDir = path.join(folder, 'postgres');
const postgres = await startPostgres({ dataDir, settings: { fsync: 'off' } });
const browser = await playwright.launch(await chromium());
try {
  const settings = { HOST: '127.0.0.1', PORT: '0', JWT_SECRET: SECRET, DEMO: 'true', LOG_LEVEL: 'silent' };
  const app = await startApp(readConfig({ ...settings, DATABASE_URL: postgres.url }));
  const hasGrown = minutes > 0 && (await staysAsItWas(app.url));
  const isRough = await scrolls(app.url);
  process.exitCode = hasGrown || isRough ? 1 : 0;
  await app.close();
} finally {
  await browser.close();
  await postgres.stop();
  discardData(dataDir);
  await rm(folder, { recursive: true, force: true });
}
process.exit();

async function staysAsItWas(url: string): Promise<boolean> {
  const tab = await Tab.open(browser, url, 'instructor');
  const say = (minute: number, { heapMb, elements }: Memory, sent: number) =>
    console.log(
      `minute ${minute}: heap ${heapMb.toFixed(1)} MB, ${elements} nodes, after ${sent} arrivals at ${rate}/s`,
    );
  let sent = await arrive(url, 'instructor', rate, WARM_MINUTES * 60);
  const before = await tab.memory();
  say(WARM_MINUTES, before, sent);
  sent += await arrive(url, 'instructor', rate, (minutes - WARM_MINUTES) * 60);
  const after = await tab.memory();
  say(minutes, after, sent);
  await tab.page.context().close();
  const hasGrown = after.heapMb > before.heapMb + TOLERANCE_MB;
  console.log(hasGrown ? 'It grows.' : 'It stays where it was.');
  return hasGrown;
}

async function scrolls(url: string): Promise<boolean> {
  await fill(url, 'candidate', rows);
  const tab = await Tab.open(browser, url, 'candidate');
  await loadAll(tab.page, rows);
  let isRough = false;
  for (const pixels of [20, 60, 400]) {
    const frames = await scrollDown(tab.page, pixels, 10);
    const at = (share: number) => quantile(frames.took, share);
    isRough ||= at(0.95) > ROUGH_MS || frames.rows > MOST_ROWS;
    const shares = [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${at(share).toFixed(1)} ms`);
    const over = frames.took.filter((ms) => ms > FRAME_MS + JITTER_MS).length / frames.took.length;
    console.log(
      `${rows} rows, ${pixels} px a frame: ${(over * 100).toFixed(1)} % of ${frames.took.length} frames in 10 s over ` +
        `${FRAME_MS} ms, ${shares.join(', ')}, ${frames.rows} rows in the page at most`,
    );
  }
  await tab.page.context().close();
  return isRough;
}
