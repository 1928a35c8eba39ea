import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { send } from '../support/acts.ts';
import { openBrowser, openContext, openTab, signInAs } from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

const DARK = 'rgb(20, 24, 22)';
const LIGHT = 'rgb(248, 247, 244)';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The files without which no list of notifications is drawn. What comes besides is for later, and no page waits for it. */
const OF_LIST =
  /assets\/(before-paint|rolldown-runtime|libraries|main|signed-in|notifications?|words-en-first)-[\w-]{8}\.js$/;

/** Keeps every other script back until it is called: whatever is seen before is there without them. */
async function keepBackWhatIsForLater(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/assets/*.js', async (route) => {
    if (!OF_LIST.test(route.request().url())) await promise;
    await route.continue();
  });
  return resolve;
}

/** What is loaded of scripts and styles while a page comes, in kB of brotli; asked from the server once more. */
async function loaded(page: Page): Promise<{ script: number; css: number }> {
  const addresses = await page.evaluate<string[]>(
    'performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => /[.](js|css)$/.test(name))',
  );
  const sizes = { script: 0, css: 0 };
  for (const address of new Set(addresses)) {
    const body = Buffer.from(await (await fetch(address)).arrayBuffer());
    sizes[address.endsWith('.css') ? 'css' : 'script'] += brotliCompressSync(body).length / 1000;
  }
  return sizes;
}

test('the sign-in page, and the inbox of whoever is signed in, come within the budget', async () => {
  await send(server, 'candidate', { title: 'There' });
  const stranger = await openContext(browser);
  const door = await openTab({ context: stranger, troubles: [] }, server.url);
  await door.getByLabel('E-mail').waitFor();
  await door.waitForLoadState('networkidle');
  const atDoor = await loaded(door);
  await stranger.close();

  const { page, context } = await signInAs(browser, server.url, { account: 'candidate' });
  const letCome = await keepBackWhatIsForLater(page);
  await page.goto(`${server.url}/notifications`);
  // Measured up to here: what follows the inbox live, and what is fetched ahead for what the reader may open, is not in
  // the sum, since the list is there without any of it.
  await page.getByRole('article').getByText('There').first().waitFor();
  const inside = await loaded(page);
  letCome();
  await page.waitForLoadState('networkidle');
  expect((await loaded(page)).script).toBeGreaterThan(inside.script);
  await context.close();

  for (const { script, css } of [atDoor, inside]) {
    expect(script).toBeGreaterThan(50);
    expect(script).toBeLessThanOrEqual(170);
    expect(css).toBeGreaterThan(1);
    expect(css).toBeLessThanOrEqual(25);
  }
}, 60_000);

test.each([
  { chosen: 'Dark', device: 'light', ground: DARK },
  { chosen: 'Light', device: 'dark', ground: LIGHT },
  { chosen: 'Auto', device: 'dark', ground: DARK },
  { chosen: 'Auto', device: 'light', ground: LIGHT },
] as const)(
  'the first thing that is painted has the colours that were chosen: $chosen on a $device device',
  async ({ chosen, device, ground }) => {
    const { page, context } = await signInAs(browser, server.url, { account: 'candidate', scheme: device });
    await page.goto(`${server.url}/preferences`);
    // The words lie below the radio button that is chosen with them.
    await page.getByRole('radio', { name: chosen }).click();
    // Before anything of ours has run: none of it comes.
    await page.route('**/assets/main-*.js', (route) => route.abort());
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await page.locator('#root').innerHTML()).toBe('');
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(ground);
    await context.close();
  },
  60_000,
);
