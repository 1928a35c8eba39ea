import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { submit } from '../support/acts.ts';
import { until } from '../support/until.ts';
import { openBrowser, screenshot, signInAs } from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

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

const title = (page: Page) => page.getByLabel('Title');
const instructor = (page: Page) => page.getByRole('combobox', { name: 'Instructor' });

async function signInOn(page: Page, account: string): Promise<void> {
  await page.getByLabel('E-mail').fill(`${account}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill('carillon');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a half-typed application survives a reload and a session that ends, and is nobody else’s', async () => {
  const { page, context } = await signInAs(browser, server.url, { account: 'candidate' });
  await page.goto(`${server.url}/applications/new`);
  await title(page).fill('Half a sen');
  await instructor(page).click();
  await page.getByRole('option', { name: 'Iris Lindqvist' }).click();
  // Its writer has looked at something else, in another tab.
  await page.getByRole('link', { name: 'Cancel' }).click({ modifiers: ['ControlOrMeta'] });
  await page.reload();
  expect(await title(page).inputValue()).toBe('Half a sen');
  await until(async () => (await instructor(page).inputValue()) === 'Iris Lindqvist');

  // The session ends by itself: its cookie is refused.
  await context.clearCookies();
  await page.reload();
  await page.getByText('Your session has ended.').waitFor();
  await signInOn(page, 'candidate');
  await page.getByRole('heading', { name: 'New application' }).waitFor();
  expect(await title(page).inputValue()).toBe('Half a sen');
  await screenshot(page, 'draft-light');

  await context.clearCookies();
  await page.reload();
  await page.getByText('Your session has ended.').waitFor();
  await signInOn(page, 'candidate2');
  await page.getByRole('heading', { name: 'New application' }).waitFor();
  expect(await title(page).inputValue()).toBe('');
  await context.close();
}, 90_000);

test('a reason that was begun is there when its page is opened again, and gone after signing out', async () => {
  await submit(server, 'candidate', 'instructor', 'Viola');
  const { page, context, troubles } = await signInAs(browser, server.url, { account: 'instructor' });
  const reason = page.getByLabel('Reason');
  const open = () => page.getByRole('link', { name: /Viola/ }).first().click();
  await open();
  await reason.fill('Because of');
  await page.getByRole('link', { name: 'Carillon, home' }).click();
  await open();
  expect(await reason.inputValue()).toBe('Because of');

  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.evaluate('Object.keys(sessionStorage).join()')).toBe('');
  await signInOn(page, 'instructor');
  await open();
  expect(await reason.inputValue()).toBe('');
  expect(troubles).toEqual([]);
  await context.close();
}, 90_000);
