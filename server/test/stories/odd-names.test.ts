// Whatever a service calls its types and categories, its readers see them, and everything else.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { readable } from '../../src/platform/text/readable.ts';
import { send } from '../support/acts.ts';
import {
  bell,
  openBrowser,
  screenshot,
  signInAs,
  untilFollowed,
  type Person,
} from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

const NAMES = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  'isPrototypeOf',
  '__defineGetter__',
  'then',
  'length',
];

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

const named = (name: string) =>
  send(server, 'candidate', { type: name, category: name, title: `About ${name}` });

test('they come as a toast', async () => {
  await bell(page).waitFor();
  await untilFollowed(server.url);
  await named('constructor');
  await page.locator('.arrival-toast').getByText('About constructor').waitFor();
  await screenshot(page, 'odd-name-toast-light');
}, 60_000);

test('they are drawn in the list and in the panel', async () => {
  for (const name of NAMES.slice(1)) await named(name);
  await page.goto(`${server.url}/notifications`);
  for (const name of NAMES)
    await page.getByRole('article').getByText(`About ${name}`, { exact: true }).waitFor();
  await bell(page, NAMES.length).click();
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  for (const name of NAMES) await panel.getByText(`About ${name}`, { exact: true }).waitFor();
  await screenshot(page, 'odd-names-panel-light');
  await page.keyboard.press('Escape');
  expect(await page.getByText('cannot be shown').count()).toBe(0);
}, 60_000);

test('they say why they came, and each can be switched off', async () => {
  for (const name of NAMES) {
    await page.goto(`${server.url}/notifications`);
    const row = page.getByRole('article').filter({ hasText: `About ${name}` });
    await row.getByRole('button', { name: /^More: / }).click();
    await page.getByRole('menuitem', { name: 'Why did or didn’t I get this?' }).click();
    await page.getByText(/Ring: it came to your inbox/).waitFor();
    await page.getByRole('link', { name: 'Preferences for Ring: its category' }).click();
    const rings = page.getByRole('switch', { name: `Ring for ${readable(name)}`, exact: true });
    await rings.click();
    await page.getByText('Saved').waitFor();
    expect(await rings.isChecked()).toBe(false);
  }
  await screenshot(page, 'odd-names-preferences-light');
  expect(candidate.troubles).toEqual([]);
}, 120_000);
