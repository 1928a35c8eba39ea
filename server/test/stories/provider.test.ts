import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freePort } from '../../local/free-port.ts';
import { axeProblems, misfits, openBrowser, openContext, overflows } from '../support/browser/browser.ts';
import { OpenidProvider } from '../support/issuers/openid-provider.ts';
import { startServer, type TestServer } from '../support/server.ts';

let provider: OpenidProvider;
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  provider = await OpenidProvider.up(`http://localhost:${await freePort()}`);
  provider.accounts.set('iris', { name: 'Iris Lindqvist' });
  server = await startServer({ ...provider.settings, PASSWORDS: 'false' });
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await provider?.down();
});

const open = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(provider.client + path);
  return page;
};
const way = (page: Page) => page.getByRole('link', { name: 'Continue with Acme' });

test('whoever signs in at the provider is here, where they wanted to be, until they sign out there', async () => {
  const context = await openContext(browser, { scheme: 'dark', width: 320, height: 640 });
  const page = await open(context, '/notifications?show=unread');
  await way(page).waitFor();
  expect(await page.getByLabel('Password').count()).toBe(0);
  expect([await axeProblems(page), await misfits(page), await overflows(page)]).toEqual([[], [], false]);

  // By the keyboard alone.
  await page.getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByPlaceholder('Enter any login').fill('iris');
  await page.getByPlaceholder('and password').fill('any');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Notifications' }).first().waitFor();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/notifications?show=unread');
  expect(await page.evaluate(`localStorage.getItem('carillon-device-of')`)).toContain('oidc:iris');

  const other = await open(context, '/');
  await other.getByRole('button', { name: 'Notifications' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Notifications' }).first().waitFor();

  const there = await context.newPage();
  await there.goto(`${provider.url}/session/end`);
  await there.getByRole('button', { name: /sign me out/i }).click();
  await way(other).waitFor();
  await page.getByText('Your session has ended').waitFor();
  await context.close();
});

test('whoever signs out here is signed out at the provider, and is back at the door', async () => {
  const context = await openContext(browser, { width: 320, height: 640 });
  const page = await open(context, '/');
  await way(page).click();
  await page.getByPlaceholder('Enter any login').fill('iris');
  await page.getByPlaceholder('and password').fill('any');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Account: Iris Lindqvist' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: /sign me out/i }).click();
  await way(page).click();
  await page.getByPlaceholder('Enter any login').waitFor();
  await context.close();
});

test('what went wrong at the provider is said in words, and one can try again', async () => {
  const context = await openContext(browser, { width: 320, height: 640 });
  const page = await open(context, '/sign-in/oidc/callback?code=x&state=y');
  await page.getByRole('alert').getByText('That took too long').waitFor();
  expect([await axeProblems(page), await misfits(page), await overflows(page)]).toEqual([[], [], false]);
  await way(page).click();
  await page.getByPlaceholder('Enter any login').waitFor();
  await context.close();
});
