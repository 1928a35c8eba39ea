import { afterAll, beforeAll, beforeEach, describe, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { listOf, send, sendMany } from '../support/acts.ts';
import { bell, openBrowser, signInAs } from '../support/browser/browser.ts';
import { keysOf } from '../support/browser/keys.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { candidate } from '../support/token.ts';

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

describe('the focus is never nowhere', () => {
  let page: Page;
  let keys: ReturnType<typeof keysOf>;
  const reader = 'candidate2';
  const row = (title: string) => page.getByRole('article').filter({ hasText: title });
  const archiveAll = async () => {
    const token = candidate(reader);
    const ids = (await listOf(server, token)).map(({ id }) => id);
    if (ids.length > 0)
      await server.ask(
        'mutation ($ids: [ID!]!) { archiveNotifications(ids: $ids) { affectedCount } }',
        { ids },
        token,
      );
  };
  /** Three of them, the newest first. */
  const open = async (path = '/notifications') => {
    await page.goto(server.url + path);
    await page.getByRole('article').nth(2).waitFor();
  };

  beforeAll(async () => {
    ({ page } = await signInAs(browser, server.url, { account: reader }));
    keys = keysOf(page);
  }, 60_000);
  beforeEach(async () => {
    await archiveAll();
    await sendMany(server, reader, 3, { subject: { type: 'post', id: 'p1', label: 'A post' } });
    await open();
  });

  test('when the row goes that has it: to the next one, else the one before, else the heading', async () => {
    await row('No. 2').focus();
    await keys.press('e');
    await keys.focusIs(/No\. 1/);
    await keys.press('e');
    await keys.focusIs(/No\. 3/);
    await keys.press('e');
    await keys.focusIs('h1: Notifications');
  });

  test('when another device takes the row away', async () => {
    const [third, second] = await listOf(server, candidate(reader));
    await row('No. 3').focus();
    const remove = (id: string) =>
      server.ask(`mutation { deleteNotifications(ids: ["${id}"]) { affectedCount } }`, {}, candidate(reader));
    await remove(third!.id);
    await keys.focusIs(/No\. 2/);
    await row('No. 2')
      .getByRole('button', { name: /^Archive/ })
      .focus();
    await remove(second!.id);
    await keys.focusIs(/^article.*No\. 1/);
  });

  test('when something arrives: it stays, and the list with it', async () => {
    await row('No. 2').focus();
    await send(server, reader, { title: 'Brand new' });
    await page.getByRole('button', { name: '1 new' }).waitFor();
    await keys.focusIs(/No\. 2/);
    await keys.press('k', 'k');
    await keys.focusIs(/No\. 3/);
  });

  test('when the list is another one, by a tab, a category, and without it', async () => {
    await page.getByRole('link', { name: /^Unread \d/ }).focus();
    await keys.press('Enter');
    await keys.focusIs(/^a: Unread/);
    await page.getByRole('button', { name: 'Filter by category' }).focus();
    await keys.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await keys.press('Enter');
    await page.getByRole('link', { name: /^Remove the filter/ }).waitFor();
    await keys.focusIs(/^a: Unread/);
    await page.getByRole('link', { name: /^Remove the filter/ }).focus();
    await keys.press('Enter');
    await page.getByRole('button', { name: 'Filter by category' }).waitFor();
    await keys.focusIs(/^a: Unread/);
  });

  test('when a row is read that a list of unread ones had', async () => {
    await open('/notifications?show=unread');
    await row('No. 2').focus();
    await keys.press('Shift+I');
    await bell(page, 2).waitFor();
    await keys.focusIs(/No\. 2/);
  });

  test('when all of a list go at once, and come back', async () => {
    await open('/notifications?subject=post:p1');
    await page.getByRole('button', { name: 'Archive all' }).focus();
    await keys.press('Enter');
    await page.getByRole('article').first().waitFor({ state: 'hidden' });
    await keys.focusIs('button: Archive all');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await keys.press('z');
    await page.getByRole('article').nth(2).waitFor();
    await keys.focusIs('button: Archive all');
  });

  test('when the toast goes that has it', async () => {
    await row('No. 2').focus();
    await keys.press('e');
    await page.getByRole('button', { name: 'Dismiss' }).focus();
    await keys.press('Enter');
    await page.getByRole('button', { name: 'Dismiss' }).waitFor({ state: 'hidden' });
    await keys.focusIs(/^(h1|article)/);
  });

  test('when a menu opens a dialog, and that closes: on the button of the menu', async () => {
    for (const name of ['Find a command', 'Keyboard shortcuts']) {
      await page.getByRole('button', { name: /^Account/ }).focus();
      await keys.press('Enter');
      await page.getByRole('menuitem', { name }).focus();
      await keys.press('Enter');
      await page.getByRole('dialog').waitFor();
      await keys.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await keys.focusIs(/^button: Account/);
    }
  });
});
