import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { send } from '../support/acts.ts';
import { bell, openBrowser, signInAs } from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  await send(server, 'candidate', { title: 'مرحبا بالعالم', message: 'Read <b>this</b> 🎉' });
  await send(server, 'candidate', {
    title: 'Merge what was changed',
    message: 'Two files.',
    severity: 'URGENT',
    actor: { name: 'Casey Okafor' },
    subject: { type: 'pull_request', id: '7', label: 'Lower strings', url: '/' },
    actions: [
      { id: 'merge', label: 'Merge it', style: 'PRIMARY' },
      { id: 'close', label: 'Close it', style: 'DANGER' },
    ],
  });
  ({ page } = await signInAs(browser, server.url, { account: 'candidate' }));
  await bell(page, 2).waitFor();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What assistive technology is told, but for what differs each time: when it was, and which id it has. */
async function heard(place: Locator): Promise<string> {
  const tree = await place.ariaSnapshot();
  return tree
    .replaceAll(/- time: .*/g, '- time: …')
    .replaceAll(/\/notifications\/[\w-]+(#why)?$/gm, '/notifications/…$1');
}

test('the bell', async () => {
  expect(await heard(page.getByRole('banner'))).toBe('');
});

test('the panel', async () => {
  await bell(page, 2).click();
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  await panel.getByRole('article').nth(1).waitFor();
  expect(await heard(panel)).toBe('');
  await page.keyboard.press('Escape');
});

test('the list', async () => {
  await page.goto(`${server.url}/notifications`);
  await page.getByRole('article').nth(1).waitFor();
  expect(await heard(page.getByRole('main'))).toBe('');
});

test('the palette', async () => {
  await page.getByRole('article').first().focus();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('archive');
  expect(await heard(page.getByRole('dialog', { name: 'Command palette' }))).toBe('');
});
