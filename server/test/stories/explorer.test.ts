import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { send } from '../support/acts.ts';
import { openBrowser, openTab, screenshot, signInAs } from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ DEMO: 'true' }), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
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
}, 120_000);

test('a developer reads what a field means, before they have a token', async () => {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const troubles: string[] = [];
  const page = await openTab({ context, troubles }, `${server.url}/explorer`);
  await page.getByText('Docs', { exact: true }).first().click();
  const documentation = page.locator('app-doc-viewer');
  await documentation.getByText('Query', { exact: true }).click();
  await documentation.getByText('How many are unread among what the filter lets through.').waitFor();
  await documentation.getByText('unreadCount').first().click();
  await documentation.getByText('What counts; the inbox if not said.').waitFor();
  await documentation.getByText('NotificationFilter').first().click();
  await documentation.getByText('Narrows a list. What is not said, or null, does not narrow.').waitFor();
  expect(troubles.filter((trouble) => trouble.startsWith('error'))).toEqual([]);
}, 120_000);

/**
 * What is typed reaches what is sent a moment later, so a click may ask what the editor began with. Each click asks
 * something, over a socket or not: only what it asked tells whether to click again.
 */
async function subscribe(page: Page): Promise<void> {
  const asked = () =>
    Promise.race([
      page.waitForEvent('websocket', { timeout: 0 }).then(() => 'a subscription'),
      page
        .waitForEvent('requestfinished', { predicate: (request) => request.method() === 'POST', timeout: 0 })
        .then(() => 'a query'),
    ]);
  for (let what = ''; what !== 'a subscription';) {
    const next = asked();
    await page.getByText('Send Request').click();
    what = await next;
  }
}

test('runs a subscription with the token of whoever is signed in', async () => {
  const candidate = await signInAs(browser, server.url, { account: 'candidate' });
  const page = await openTab(candidate, `${server.url}/explorer`);
  // The schema has come: nothing else is asked by itself.
  await page.getByText('Root types').waitFor();
  const query = page.locator('.cm-content').nth(1);
  // What it begins with comes after the editor: what is typed before would stand beside it.
  await query.filter({ hasText: 'viewer' }).waitFor();
  await query.fill('subscription { inboxChanges { toSeq upserted { title } } }');
  await subscribe(page);
  // Its first event says that it follows; what is sent before would not be news.
  const answers = page.locator('app-query-result');
  await answers.getByText('"upserted": []').waitFor();
  await send(server, 'candidate', { title: 'Hello explorer' });
  await answers.getByText('"Hello explorer"').waitFor();
  await screenshot(page, 'explorer-subscription');
  expect(candidate.troubles).toEqual([]);
}, 120_000);
