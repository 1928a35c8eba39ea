import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { markRead, sendMany } from '../support/acts.ts';
import {
  axeProblems,
  bell,
  focused,
  openBrowser,
  openTab,
  overflows,
  screenshot,
  signInAs,
} from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { instructor as tokenOf } from '../support/token.ts';
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

const rows = (page: Page) => page.getByRole('article').count();

/** How far down the first row reaches; it has the heading of its day in it. */
async function endOfFirstRow(page: Page): Promise<number> {
  const { y, height } = (await page.getByRole('article').first().boundingBox())!;
  return y + height;
}

/** All of a link, along the line. */
async function isInView(page: Page, name: string): Promise<boolean> {
  const { x, width } = (await page.getByRole('link', { name, exact: true }).boundingBox())!;
  return x >= 0 && x + width <= page.viewportSize()!.width;
}

test('what is searched for is found, marked, kept in the address and over a way there and back', async () => {
  await sendMany(server, 'candidate2', 2, { message: 'Crème brûlée' });
  await sendMany(server, 'candidate2', 1, { message: 'Cheese' });
  const reader = await signInAs(browser, server.url, { account: 'candidate2', width: 320, height: 640 });
  const { page } = reader;
  await page.goto(`${server.url}/notifications`);
  await until(async () => (await rows(page)) === 3);
  await until(async () => {
    const [taken] = await server.sql<{ count: number }>(
      'select count(*)::int as count from notification_words',
    );
    return taken!.count >= 3;
  });
  const box = page.getByRole('searchbox', { name: 'Search notifications' });
  expect((await box.boundingBox())!.width).toBeLessThan(60);
  const end = await endOfFirstRow(page);
  await box.focus();
  expect((await box.boundingBox())!.width).toBeGreaterThan(250);
  // It opens over the line that it stands in.
  expect(await endOfFirstRow(page)).toBe(end);
  await box.fill('creme bru');
  await until(async () => (await rows(page)) === 2);
  // The list that was there before may have as many for a moment.
  await until(async () => (await page.locator('mark').count()) > 0);
  expect(await page.locator('mark').allTextContents()).toEqual(['Crème', 'brû', 'Crème', 'brû']);
  expect(page.url()).toContain('search=creme+bru');
  expect(await overflows(page)).toBe(false);
  await screenshot(page, 'search-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await screenshot(page, 'search-dark');
  await page.goto(`${server.url}/preferences`);
  await page.goBack();
  await until(async () => (await rows(page)) === 2);
  expect(await box.inputValue()).toBe('creme bru');
  await box.fill('zebra');
  await page.getByText('Nothing here matches').waitFor();
  await screenshot(page, 'search-nothing-dark');
  await page.getByRole('button', { name: 'Clear search' }).click();
  await until(async () => (await rows(page)) === 3);
  expect(reader.troubles).toEqual([]);
  await reader.context.close();
}, 60_000);

test('with the keyboard alone all about one thing is archived, in every tab, and called back', async () => {
  await sendMany(server, 'candidate', 3, { subject: { type: 'course', id: '7', label: 'Harmony' } });
  await sendMany(server, 'candidate', 2, { category: 'billing' });
  const reader = await signInAs(browser, server.url, { account: 'candidate', width: 320, height: 640 });
  const here = reader.page;
  await here.goto(`${server.url}/notifications`);
  const there = await openTab(reader, `${server.url}/notifications`);
  await until(async () => (await rows(there)) === 5);

  await here.getByRole('link', { name: 'All about Harmony' }).first().press('Enter');
  await until(async () => (await rows(here)) === 3);
  const archiveAll = here.getByRole('button', { name: 'Archive all' });
  await archiveAll.focus();
  await here.keyboard.press('Tab');
  expect(await focused(here)).toBe('button: Mark all as read');
  await here.keyboard.press('Shift+Tab');
  expect(await overflows(here)).toBe(false);
  await screenshot(here, 'narrowed-light');
  await here.keyboard.press('Enter');
  await here.getByText('3 archived').waitFor();
  await here.getByText('Nothing that passes the filter.').waitFor();
  expect(await focused(here)).toBe('button: Archive all');
  await until(async () => (await rows(there)) === 2);
  await bell(there, 2).waitFor();
  await screenshot(here, 'narrowed-archived-light');

  await here.getByRole('button', { name: 'Undo' }).press('Enter');
  await until(async () => (await rows(here)) === 3);
  await until(async () => (await rows(there)) === 5);
  await bell(here, 5).waitFor();
  expect(reader.troubles).toEqual([]);
  await reader.context.close();
}, 60_000);

test('the numbers of categories are the server’s in every tab, and lead to what is unread of each', async () => {
  await sendMany(server, 'instructor2', 25, { category: 'general' });
  const [old] = await sendMany(server, 'instructor2', 2, { category: 'build_jobs', message: 'Failed' });
  await sendMany(server, 'instructor2', 25, { category: 'general' });
  const reader = await signInAs(browser, server.url, { account: 'instructor2', width: 320, height: 640 });
  const here = reader.page;
  await here.goto(`${server.url}/notifications`);
  const there = await openTab(reader, `${server.url}/notifications?show=unread`);
  const chip = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
  for (const page of [here, there]) {
    await chip(page, 'General 50 unread').waitFor();
    await chip(page, 'Build jobs 2 unread').waitFor();
    await chip(page, 'Unread 52 unread').waitFor();
  }
  expect(await overflows(here)).toBe(false);
  expect(await endOfFirstRow(here)).toBeLessThan(480);
  expect(await axeProblems(here)).toEqual([]);
  await screenshot(here, 'category-chips-light');
  await here.emulateMedia({ colorScheme: 'dark' });
  expect(await axeProblems(here)).toEqual([]);
  await screenshot(here, 'category-chips-dark');

  // None of them is among the rows that are loaded.
  await chip(here, 'Build jobs 2 unread').press('Enter');
  await until(async () => (await rows(here)) === 2);
  expect(here.url()).toContain('category=build_jobs');
  expect(await focused(here)).toBe('a: All');
  await chip(here, 'Unread 2 unread').waitFor();
  await markRead(server, tokenOf('instructor2'), old!);
  await chip(here, 'Unread 1 unread').waitFor();
  await chip(there, 'Build jobs 1 unread').waitFor();
  await chip(there, 'Unread 51 unread').waitFor();

  await here.getByRole('button', { name: 'Filter by importance' }).click();
  await here.getByRole('menuitem', { name: 'Urgent' }).click();
  await here.getByText('Nothing that passes the filter.').waitFor();
  await here.getByRole('button', { name: 'Filter by time' }).click();
  await here.getByRole('menuitem', { name: 'Today' }).waitFor();
  expect(await overflows(here)).toBe(false);
  await screenshot(here, 'time-filter-dark');
  expect(await axeProblems(here)).toEqual([]);
  await here.getByRole('menuitem', { name: 'Today' }).click();
  await until(() => /category=build_jobs&severity=URGENT&since=\d/.test(here.url()));
  await here.getByRole('link', { name: 'Remove the filter: importance Urgent' }).click();
  await until(async () => (await rows(here)) === 2);
  // The last of the tabs is beyond the edge, until it is chosen.
  await chip(there, 'Archived').click();
  await until(() => isInView(there, 'Archived'));
  expect(reader.troubles).toEqual([]);
  await reader.context.close();
}, 90_000);
