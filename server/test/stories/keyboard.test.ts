import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { sendMany } from '../support/acts.ts';
import { bell, openBrowser, openContext, openTab, screenshot } from '../support/browser/browser.ts';
import { keysOf } from '../support/browser/keys.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

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

test('all that is done with an inbox is done without a mouse', async () => {
  await sendMany(server, 'candidate', 6);
  const context = await openContext(browser);
  const troubles: string[] = [];
  const page = await openTab({ context, troubles }, server.url);
  const { press, focusIs, go, tabTo } = keysOf(page);
  const rows = () => page.getByRole('article').count();
  const row = (number: number) => new RegExp(`^article: .*No\\. ${number}`);
  const choose = async (written: string) => {
    await press('Control+k');
    await page.getByRole('combobox', { name: 'Find a command or a page' }).waitFor();
    await focusIs(/^combobox/);
    await page.keyboard.type(written);
    await press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    // As long as the focus is where one writes, keys are letters.
    await focusIs(/^(?!combobox)/);
  };

  // In.
  await page.getByLabel('E-mail').waitFor();
  await tabTo(/^input: /);
  await page.keyboard.type('candidate@example.com');
  await press('Tab');
  await page.keyboard.type('carillon');
  await press('Enter');
  await page.getByRole('heading', { name: 'Applications' }).waitFor();
  await bell(page, 6).waitFor();

  // There, and through the list.
  await go('n', '/notifications');
  await focusIs('h1: Notifications');
  await until(async () => (await rows()) === 6);
  await press('j');
  await focusIs(row(6));
  await press('j', 'j');
  await focusIs(row(4));
  await press('k');
  await focusIs(row(5));

  // Away, and back again.
  await press('e');
  await focusIs(row(4));
  await press('z');
  await until(async () => (await rows()) === 6);
  await focusIs(row(4));
  await press('e', 'e');
  await until(async () => (await rows()) === 4);
  await focusIs(row(2));
  await press('Control+z');
  await until(async () => (await rows()) === 6);
  await focusIs(row(2));

  // Read, and not.
  await press('Shift+I');
  await bell(page, 5).waitFor();
  await press('Shift+U');
  await bell(page, 6).waitFor();

  // At hand, for later, and several at once.
  await press('s');
  await until(async () => (await rows()) === 7);
  await press('s');
  await until(async () => (await rows()) === 6);
  await focusIs(row(2));
  await press('h');
  await focusIs(/^menuitem/);
  await press('Enter');
  await until(async () => (await rows()) === 5);
  await focusIs(row(1));
  await press('z');
  await until(async () => (await rows()) === 6);
  await press('k');
  await focusIs(row(2));
  await press('x');
  const selected = page.getByRole('region', { name: 'Selected notifications' });
  await selected.waitFor();
  await press('Escape');
  await selected.waitFor({ state: 'hidden' });
  await focusIs(row(2));

  // Gone, and back.
  await press('#');
  await until(async () => (await rows()) === 5);
  await press('z');
  await until(async () => (await rows()) === 6);
  await focusIs(row(1));
  await press('k');
  await focusIs(row(2));
  await press('Delete');
  await until(async () => (await rows()) === 5);
  await focusIs(/^article/);

  // Its own page.
  await press('j', 'Enter');
  await focusIs(/^h2: No\. /);
  await press('e');
  await page.getByRole('button', { name: 'Move back to inbox' }).waitFor();
  await press('e');
  await page.getByRole('button', { name: 'Archive', exact: true }).waitFor();

  // From another page to the search, and out of it to what was found.
  await go('a', '/applications');
  await go('p', '/preferences');
  await focusIs('h1: Preferences');
  await press('/');
  await focusIs('input: Search notifications');
  await page.keyboard.type('no 1');
  await until(async () => (await rows()) === 1);
  await press('Tab');
  await press('j');
  await focusIs(row(1));

  // By name.
  await press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await screenshot(page, 'key-help-light');
  await press('Escape');
  await focusIs(row(1));
  await press('Control+k');
  await page.getByRole('option', { name: /^Archive it/ }).waitFor();
  await screenshot(page, 'palette-light');
  // Closed, and opened again before the browser has told anybody that it was closed.
  await page.evaluate(`
    document.querySelector('dialog[open]').close();
    document.activeElement.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true, composed: true }),
    );
  `);
  await page.getByRole('option', { name: /^Archive it/ }).waitFor();
  await press('Escape');
  await focusIs(row(1));
  await choose('archive it');
  await until(async () => (await rows()) === 0);
  await choose('archived');
  await until(async () => (await rows()) === 1);
  await choose('mark all');
  await bell(page).waitFor();
  await choose('dark');
  await until(() => page.evaluate<boolean>(`document.documentElement.dataset.theme === 'dark'`));
  await choose('do not disturb');
  await page.getByRole('button', { name: /^Notifications, do not disturb until/ }).waitFor();
  await choose('end do not disturb');
  await bell(page).waitFor();
  await choose('search me 💥');
  await until(async () => new URL(page.url()).searchParams.get('search') === 'search me 💥');
  await page.getByText('Nothing found', { exact: true }).first().waitFor();
  await choose('sign out');
  await focusIs('h1: Sign in to Carillon');
  expect(troubles).toEqual([]);
  await context.close();
}, 180_000);
