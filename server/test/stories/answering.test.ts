import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ask } from '../support/actions.ts';
import {
  bell,
  openBrowser,
  screenshot,
  signInAs,
  untilFollowed,
  type Person,
} from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
let iris: Person;
let other: Person;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  iris = await signInAs(browser, server.url, { account: 'instructor' });
  other = await signInAs(browser, server.url, { account: 'instructor2', scheme: 'dark' });
  await untilFollowed(server.url);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const askBoth = (id: string, title: string) =>
  ask(server, ['instructor', 'instructor2'], { title, subject: { type: 'leave', id, label: title } });
const row = (page: Page, title: string) => page.getByRole('article').filter({ hasText: title });

test('what two are asked is answered by the first, in the row, and the other sees it at once', async () => {
  await other.page.goto(`${server.url}/notifications`);
  await iris.page.goto(`${server.url}/notifications`);
  await askBoth('1', 'Leave in May');
  await row(other.page, 'Leave in May').getByRole('button', { name: 'Approve: Leave in May' }).waitFor();
  await row(iris.page, 'Leave in May').getByRole('button', { name: 'Approve: Leave in May' }).click();
  await row(iris.page, 'Leave in May').getByText('Approved by you').waitFor();
  await row(other.page, 'Leave in May').getByText('Approved by Iris Lindqvist').waitFor();
  expect(
    await row(other.page, 'Leave in May')
      .getByRole('button', { name: /^Approve/ })
      .count(),
  ).toBe(0);
  await bell(iris.page).waitFor();
  await bell(other.page).waitFor();
  await screenshot(other.page, 'answered-dark');
}, 60_000);

test('a toast answers too, with a comment that its page shows', async () => {
  await iris.page.goto(`${server.url}/applications`);
  await askBoth('2', 'Leave in June');
  const toast = iris.page.locator('.arrival-toast');
  await toast.getByRole('button', { name: 'Reject: Leave in June' }).click();
  await toast.getByRole('textbox', { name: 'Comment on “Reject”' }).fill('There is a concert.');
  await screenshot(iris.page, 'answering-toast-light');
  await toast.getByRole('button', { name: 'Reject', exact: true }).click();
  await toast.waitFor({ state: 'hidden' });
  await row(other.page, 'Leave in June')
    .getByRole('link', { name: 'Leave in June', exact: true })
    .first()
    .click();
  await other.page.getByText('Rejected by Iris Lindqvist').waitFor();
  await other.page.getByText('There is a concert.').waitFor();
  await screenshot(other.page, 'answered-page-dark');
  expect([...iris.troubles, ...other.troubles]).toEqual([]);
}, 60_000);
