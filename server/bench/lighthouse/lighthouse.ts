// `npm run lighthouse`: what Lighthouse says of the pages that most people see, as on a phone of the middle with a slow
// line. Fails where a category is below what is agreed.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import lighthouse, { type Result } from 'lighthouse';
import { chromium as playwright, type BrowserContext } from 'playwright-core';
import { freePort } from '../../local/free-port.ts';
import { chromium } from '../../local/programs/chromium.ts';
import { discardData } from '../../local/programs/postgres-folder.ts';
import { startPostgres } from '../../local/programs/postgres.ts';
import { send } from '../../test/support/acts.ts';
import { startServerProcess, type ServerProcess } from '../../test/support/server-process.ts';
import { measureBenchmarkIndex, slowdownOf } from './slowdown.ts';

const LEAST = 95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const NOTIFICATIONS = 30;
/** An audit with less is named. */
const GOOD = 0.9;
/** Some are slow for reasons of the machine's own: the middle one counts, as Lighthouse advises (docs/variability.md). */
const LOOKS = 5;
/** What the performance is made of. */
const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
];

const folder = await mkdtemp(path.join(tmpdir(), 'carillon-lighthouse-'));
// For root PostgreSQL runs as another user, who has to get in.
await chmod(folder, 0o755);
const dataDir = path.join(folder, 'postgres');
const postgres = await startPostgres({ dataDir, settings: { fsync: 'off' } });
const server = await startServerProcess(postgres.url, { DEMO: 'true' });
try {
  const port = await freePort();
  const browser = await openBrowser(port);
  const index = await measureBenchmarkIndex(browser);
  const slowdown = slowdownOf(index);
  console.log(`This machine's benchmark index is ${index}: a phone is ${slowdown.toFixed(2)} times slower.`);
  const rows = [await rate('sign-in', '/sign-in', { port, slowdown })];
  await signIn(browser, server);
  rows.push(
    await rate('inbox', '/notifications', { port, slowdown }),
    await rate('preferences', '/preferences', { port, slowdown }),
  );
  await browser.close();
  console.log(['page', ...CATEGORIES].map((cell) => cell.padEnd(16)).join(''));
  for (const { name, scores } of rows)
    console.log([name, ...scores.map(String)].map((cell) => cell.padEnd(16)).join(''));
  for (const { name, looks, metrics } of rows) console.log(`${name}: ${looks.join(' ')}; ${metrics}`);
  for (const { name, found } of rows) for (const one of found) console.log(`${name}: ${one}`);
  const isEnough = rows.every(({ scores }) => scores.every((score) => score >= LEAST));
  if (!isEnough) console.error(`Below ${LEAST}.`);
  process.exitCode = isEnough ? 0 : 1;
} finally {
  await server.stop();
  await postgres.stop();
  discardData(dataDir);
  await rm(folder, { recursive: true, force: true });
}
process.exit();

/** One whose profile Lighthouse looks through as well. */
async function openBrowser(port: number): Promise<BrowserContext> {
  const { args, ...launch } = await chromium();
  return playwright.launchPersistentContext(path.join(folder, 'profile'), {
    ...launch,
    args: [...args, `--remote-debugging-port=${port}`],
  });
}

async function signIn(browser: BrowserContext, server: ServerProcess): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('E-mail').fill('candidate@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('carillon');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Applications' }).waitFor();
  for (let n = 1; n <= NOTIFICATIONS; n++)
    await send(server, 'candidate', { title: `Rehearsal ${n} is moved` });
  await page.close();
}

/** The middle of some looks in each category, what performance each look found, and what was found wrong in any. */
async function rate(name: string, address: string, { port, slowdown }: { port: number; slowdown: number }) {
  const looks: Look[] = [];
  for (let look = 0; look < LOOKS; look++) {
    const result = await lighthouse(`${server.url}${address}`, {
      port,
      logLevel: 'error',
      onlyCategories: CATEGORIES,
      throttling: { cpuSlowdownMultiplier: slowdown },
      disableStorageReset: true,
    });
    if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? 'No result');
    looks.push(lookOf(result.lhr));
  }
  const scoreOf = (look: Look, category: string) => look.scores.get(category)!;
  const middleBy = (category: string) =>
    looks.toSorted((a, b) => scoreOf(a, category) - scoreOf(b, category))[Math.floor(LOOKS / 2)]!;
  return {
    name,
    scores: CATEGORIES.map((category) => scoreOf(middleBy(category), category)),
    looks: looks.map((look) => scoreOf(look, 'performance')),
    metrics: middleBy('performance').metrics,
    found: [...new Set(looks.flatMap(({ found }) => found))],
  };
}

interface Look {
  /** By category, of 100. */
  readonly scores: ReadonlyMap<string, number>;
  readonly found: readonly string[];
  readonly metrics: string;
}

function lookOf({ categories, audits }: Result): Look {
  const byId = new Map(Object.entries(audits));
  const found = Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .flatMap(({ id, weight }) => (weight > 0 ? (byId.get(id) ?? []) : []))
    .filter(({ score }) => (score ?? 1) < GOOD)
    .map(({ title, displayValue = '' }) => `${title} ${displayValue}`.trim());
  const scores = Object.entries(categories).map(
    ([id, { score }]) => [id, Math.round(100 * (score ?? 0))] as const,
  );
  const metrics = METRICS.map((id) => `${byId.get(id)?.title} ${byId.get(id)?.displayValue}`).join(', ');
  return { scores: new Map(scores), found, metrics };
}
