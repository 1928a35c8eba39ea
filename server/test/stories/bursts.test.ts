import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { send } from '../support/acts.ts';
import {
  bell,
  lookAway,
  openBrowser,
  screenshot,
  shownNatives,
  signInAs,
  type Person,
} from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let browser: Browser;
let candidate: Person;
let page: Page;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  candidate = await signInAs(browser, server.url, { account: 'candidate' });
  page = candidate.page;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Writes down, from now on, how many toasts ever stood at once and which titles they had. */
const watchToasts = () =>
  page.evaluate(`
    window.most = 0;
    window.titles = new Set();
    new MutationObserver(() => {
      const toasts = document.querySelectorAll('.arrival-toast, .sum-toast');
      window.most = Math.max(window.most, toasts.length);
      for (const toast of document.querySelectorAll('.arrival-toast .arrival-title')) window.titles.add(toast.textContent);
    }).observe(document.body, { childList: true, subtree: true });
  `);

test('25 arrivals in a few seconds are three toasts and one number, and nothing flashes by', async () => {
  await bell(page).waitFor();
  await watchToasts();
  for (let number = 1; number <= 25; number++) await send(server, 'candidate', { title: `No. ${number}` });
  await page.locator('.sum-toast').getByText('22 more new notifications').waitFor();
  await screenshot(page, 'burst-light');
  expect(await page.evaluate('window.most')).toBe(4);
  expect(await page.evaluate('[...window.titles]')).toEqual(['No. 1', 'No. 2', 'No. 3']);

  await page.getByRole('link', { name: '22 more new notifications' }).click();
  await page.getByRole('heading', { name: 'Notifications' }).waitFor();
  await page.locator('.sum-toast').waitFor({ state: 'hidden' });
}, 60_000);

test('native notifications are three at most and one number, too', async () => {
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await bell(page).waitFor();
  await lookAway(page);
  for (let number = 1; number <= 12; number++) await send(server, 'candidate', { title: `Unseen ${number}` });
  const standing = async () => (await shownNatives(page)).filter(({ isClosed }) => !isClosed);
  await until(async () => (await standing()).at(-1)?.title === '9 more new notifications');
  expect((await standing()).map(({ title }) => title)).toEqual([
    'Unseen 1',
    'Unseen 2',
    'Unseen 3',
    '9 more new notifications',
  ]);
  expect(candidate.troubles).toEqual([]);
}, 60_000);
