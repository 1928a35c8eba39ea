import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, openTab, screenshot } from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ DEMO: 'true' }), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

test('shows the schema and an answer, and advertises nothing', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const troubles: string[] = [];
  // With a slash at the end, as people type it.
  const page = await openTab({ context, troubles }, `${server.url}/explorer/`);
  await page.getByText('Root types').waitFor();
  await page.getByRole('button', { name: 'Send Request' }).click();
  await page.getByText('UNAUTHENTICATED').waitFor();

  // It is there by now, since Altair adds it before it asks for the schema.
  const banners = page.locator('nz-alert[nzbanner]');
  await banners.first().waitFor({ state: 'attached' });
  expect(await banners.allTextContents()).toEqual([expect.stringContaining('Altair AI')]);
  expect(await banners.first().isVisible()).toBe(false);
  const shown = await page.locator('body').innerText();
  expect(shown).not.toMatch(/altair ai|donat|support|upgrade|sponsor|account|cloud|\bpro\b/i);
  expect(await page.locator('a[href^="http"]').count()).toBe(0);
  expect(troubles).toEqual([]);
  await screenshot(page, 'explorer');
});
