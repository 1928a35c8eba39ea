import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, openTab } from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('a developer reads in the explorer what a field means, before they have a token', async () => {
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
}, 60_000);
