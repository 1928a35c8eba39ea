import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { listOf, markRead, send, sendMany } from '../support/acts.ts';
import {
  bell,
  drag,
  focusedText,
  openBrowser,
  openTab,
  overflows,
  screenshot,
  signInAs,
  type Person,
} from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { candidate as candidateToken } from '../support/token.ts';
import { until } from '../support/until.ts';

// A reader who was told of a planned restart comes back after a random wait of up to ten seconds.
const BACK = { timeoutMs: 40_000 };
const DEMO = { DEMO: 'true' };

let server: TestServer;
let browser: Browser;
let candidate: Person;
let here: Page;
let there: Page;

beforeAll(async () => {
  server = await startServer(DEMO);
  browser = await openBrowser();
  await sendMany(server, 'candidate', 6);
  candidate = await signInAs(browser, server.url, { account: 'candidate' });
  here = candidate.page;
  await here.goto(`${server.url}/notifications`);
  there = await openTab(candidate, `${server.url}/notifications`);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const titles = (page: Page) => page.locator('article .note-title > [dir]').allTextContents();
const shows = (page: Page, ...numbers: number[]) =>
  until(async () => (await titles(page)).join() === numbers.map((number) => `No. ${number}`).join());
const article = (page: Page, title: string) =>
  page.getByRole('article').filter({ has: page.getByRole('link', { name: title }) });

test('what is archived in one tab leaves the other, and Undo brings it back in both', async () => {
  await shows(here, 6, 5, 4, 3, 2, 1);
  await shows(there, 6, 5, 4, 3, 2, 1);
  await there.getByRole('link', { name: 'Archived' }).click();
  await there.getByText('The archive is empty').waitFor();
  await screenshot(there, 'archive-empty-light');

  await article(here, 'No. 4').hover();
  await screenshot(here, 'row-hover-light');
  await here.getByRole('button', { name: 'Archive: No. 4' }).click();
  await shows(here, 6, 5, 3, 2, 1);
  await shows(there, 4);
  await bell(there, 5).waitFor();
  await here.getByRole('button', { name: 'Undo' }).waitFor();
  await screenshot(here, 'archive-undo-light');
  await screenshot(there, 'archive-light');

  await here.getByRole('button', { name: 'Undo' }).click();
  await shows(here, 6, 5, 4, 3, 2, 1);
  await there.getByText('The archive is empty').waitFor();
  await bell(there, 6).waitFor();
  expect(await focusedText(here)).toContain('No. 4');
}, 60_000);

test('what is deleted is gone from both, also from its own page, and Undo brings it back', async () => {
  await there.getByRole('link', { name: 'All' }).click();
  await there.getByRole('link', { name: 'No. 4' }).click();
  await there.getByRole('heading', { name: 'No. 4' }).waitFor();
  await screenshot(there, 'detail-light');

  await article(here, 'No. 4').focus();
  await here.keyboard.press('Delete');
  await shows(here, 6, 5, 3, 2, 1);
  await there.getByText('This notification was deleted').waitFor();
  await here.getByText('Deleted', { exact: true }).waitFor();
  await screenshot(here, 'delete-light');
  await here.getByRole('button', { name: 'Undo' }).click();
  await shows(here, 6, 5, 4, 3, 2, 1);
  await there.getByRole('heading', { name: 'No. 4' }).waitFor();
  expect(await focusedText(here)).toContain('No. 4');

  await here.keyboard.press('Delete');
  await shows(here, 6, 5, 3, 2, 1);
  expect(await focusedText(here)).toContain('No. 3');
  await there.getByText('This notification was deleted').waitFor();
  await screenshot(there, 'deleted-light');
  await there.getByRole('link', { name: 'Close details' }).click();
  await there.getByText('Nothing is open here').waitFor();
  await shows(there, 6, 5, 3, 2, 1);
  expect(candidate.troubles).toEqual([]);
}, 60_000);

test('a menu that is opened in the panel does not close it', async () => {
  await bell(here, 5).click();
  const panel = here.getByRole('dialog', { name: 'Notifications' });
  await panel.getByRole('article').first().focus();
  await screenshot(here, 'panel-light');
  await here.keyboard.press('h');
  const menu = here.getByRole('menu', { name: 'Snooze until' });
  await here.getByText('Snooze until', { exact: true }).click();
  await here.keyboard.press('Escape');
  await menu.waitFor({ state: 'hidden' });
  await panel.getByRole('article').first().focus();
  await here.keyboard.press('e');
  await until(async () => (await panel.getByRole('article').count()) === 4);
  expect(await focusedText(here)).toContain('No. 5');
  await here.keyboard.press('z');
  await until(async () => (await panel.getByRole('article').count()) === 5);
  // Nor does a click on the toast that leads back.
  await panel.getByRole('article').first().hover();
  await panel.getByRole('button', { name: 'Archive: No. 6' }).click();
  await until(async () => (await panel.getByRole('article').count()) === 4);
  await here.getByRole('button', { name: 'Undo' }).click();
  await until(async () => (await focusedText(here)).includes('No. 6'));
  await here.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
}, 60_000);

test('a restart loses nothing: one line tells how many came meanwhile, and every list is right', async () => {
  const { port } = new URL(server.url);
  const beside = await startServer({}, server.databaseUrl);
  await server.app.close();
  await here.getByText('Reconnecting…').waitFor({ timeout: 30_000 });
  await screenshot(here, 'reconnecting-light');
  for (let number = 7; number <= 11; number++) await send(beside, 'candidate', { title: `No. ${number}` });
  const token = candidateToken('candidate');
  const readMeanwhile = (await listOf(beside, token)).find(({ title }) => title === 'No. 6')!;
  await markRead(beside, token, readMeanwhile.id);

  const again = await startServer({ ...DEMO, PORT: port }, server.databaseUrl);
  try {
    await until(() => here.getByText('5 new while you were away').isVisible(), BACK);
    await screenshot(here, 'while-away-light');
    for (const page of [here, there]) {
      await until(async () => (await titles(page)).length === 10, BACK);
      await bell(page, 9).waitFor();
    }
    const truth = (await listOf(again, token)).map(({ title }) => title);
    expect(await titles(here)).toEqual(truth);
    expect(await titles(there)).toEqual(truth);
    expect(await here.locator('.arrival-toast').count()).toBe(0);
    expect(await article(here, 'No. 6').getAttribute('data-unread')).toBeNull();
    await here.getByText('Reconnecting…').waitFor({ state: 'hidden' });

    await candidate.context.setOffline(true);
    await here.getByText('Offline', { exact: true }).waitFor();
    await screenshot(here, 'offline-light');
    await here.getByRole('button', { name: 'Archive: No. 11' }).click();
    await here.getByText('Could not archive').waitFor();
    await here.getByText('You are offline.').waitFor();
    await article(here, 'No. 11').waitFor();
    await screenshot(here, 'archive-failed-light');
    await candidate.context.setOffline(false);
    await here.getByText('Offline', { exact: true }).waitFor({ state: 'hidden', timeout: 40_000 });
    await send(again, 'candidate', { title: 'No. 12' });
    // The pointer is on the list, which waits for it.
    await here.getByRole('button', { name: '1 new' }).click({ timeout: BACK.timeoutMs });
    await until(async () => (await titles(here))[0] === 'No. 12', BACK);
  } finally {
    await again.app.close();
    await beside.app.close();
    await candidate.context.close();
  }
}, 180_000);

test('on a phone a finger pulls the row aside, and buttons do the same', async () => {
  const own = await startServer(DEMO);
  try {
    await sendMany(own, 'candidate2', 5);
    for (const scheme of ['light', 'dark'] as const) {
      const { page, context, troubles } = await signInAs(browser, own.url, {
        account: 'candidate2',
        scheme,
        width: 320,
        height: 640,
        touch: true,
      });
      await page.goto(`${own.url}/notifications`);
      await shows(page, 5, 4, 3, 2, 1);
      await screenshot(page, `phone-list-${scheme}`);
      await article(page, 'No. 3').scrollIntoViewIfNeeded();
      const box = (await article(page, 'No. 3').boundingBox())!;
      const middle = { x: box.x + box.width * 0.6, y: box.y + box.height / 2 };
      await drag(page, middle, -60);
      await shows(page, 5, 4, 3, 2, 1);
      await drag(page, middle, -160);
      await shows(page, 5, 4, 2, 1);
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      await screenshot(page, `phone-undo-${scheme}`);
      await page.getByRole('button', { name: 'Undo' }).tap();
      await shows(page, 5, 4, 3, 2, 1);

      await page.getByRole('button', { name: 'Archive: No. 3' }).tap();
      await page.getByRole('link', { name: 'Archived' }).tap();
      await shows(page, 3);
      expect(await overflows(page)).toBe(false);
      await screenshot(page, `phone-archive-${scheme}`);
      await page.getByRole('button', { name: 'Delete: No. 3' }).tap();
      await page.getByText('Deleted', { exact: true }).waitFor();
      await screenshot(page, `phone-delete-${scheme}`);
      await page.getByRole('button', { name: 'Undo' }).tap();
      await shows(page, 3);
      await page.getByRole('link', { name: 'No. 3' }).tap();
      await page.getByRole('heading', { name: 'No. 3' }).waitFor();
      expect(await overflows(page)).toBe(false);
      await screenshot(page, `phone-detail-${scheme}`);
      await page.getByRole('button', { name: 'Move back to inbox' }).tap();
      await page.getByRole('button', { name: 'Archive' }).waitFor();
      await page.getByRole('button', { name: 'Mark as unread' }).tap();
      await page.getByRole('button', { name: 'Mark as read' }).waitFor();
      expect(troubles).toEqual([]);
      await context.close();
    }
  } finally {
    await own.close();
  }
}, 120_000);
