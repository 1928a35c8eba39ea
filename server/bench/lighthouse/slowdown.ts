import { pageFunctions } from 'lighthouse/core/lib/page-functions.js';
import type { BrowserContext } from 'playwright-core';

/** By Lighthouse's benchmark index: how many times slower a phone of the middle is than such a machine. */
const STEPS = [
  [150, 1],
  [800, 2],
  [1300, 3],
  [1533, 4],
] as const;
/** What else runs on the machine can only make it seem slower: of so many tries the best counts. */
const TRIES = 3;

/**
 * Lighthouse takes 4 on any machine, which is meant for a fast desktop, and asks to calibrate it elsewhere
 * (https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md#calibrating-the-cpu-slowdown). The steps are
 * those of the calculator that it names. Never more than its own 4: a faster machine makes nothing stricter.
 */
export function slowdownOf(benchmarkIndex: number): number {
  const [first, ...rest] = STEPS;
  let [below, least] = first as readonly [number, number];
  if (benchmarkIndex <= below) return least;
  for (const [above, most] of rest) {
    if (benchmarkIndex < above) return least + ((most - least) * (benchmarkIndex - below)) / (above - below);
    [below, least] = [above, most];
  }
  return least;
}

/** How fast this machine is, by Lighthouse's own measure. */
export async function measureBenchmarkIndex(browser: BrowserContext): Promise<number> {
  const page = await browser.newPage();
  let best = 0;
  for (let attempt = 0; attempt < TRIES; attempt++)
    best = Math.max(best, await page.evaluate(pageFunctions.computeBenchmarkIndex));
  await page.close();
  return best;
}
