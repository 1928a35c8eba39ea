import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { dataOf, listOf, sendMany } from '../support/acts.ts';
import {
  axeProblems,
  bell,
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

let server: TestServer;
let browser: Browser;
let candidate: Person;
let here: Page;
let there: Page;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
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

const inbox = (page: Page) => page.getByRole('feed', { name: 'Notifications' });
const pinned = (page: Page) => page.getByRole('feed', { name: 'Pinned' });
const shows = (page: Page, ...numbers: number[]) =>
  until(async () => {
    const titles = await inbox(page).locator('.note-title > [dir]').allTextContents();
    return titles.join() === numbers.map((number) => `No. ${number}`).join();
  });
const article = (page: Page, number: number) =>
  inbox(page)
    .getByRole('article')
    .filter({ has: page.getByRole('link', { name: `No. ${number}` }) });
const box = (page: Page, number: number) => page.getByRole('checkbox', { name: `Select: No. ${number}` });
const menuitem = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name });

test('what is snoozed waits in its tab, and comes back by itself to the top of every tab', async () => {
  await shows(here, 6, 5, 4, 3, 2, 1);
  await article(here, 2).hover();
  await here.getByRole('button', { name: 'Snooze: No. 2' }).click();
  await menuitem(here, /^Tomorrow/).waitFor();
  expect(await axeProblems(here)).toEqual([]);
  await screenshot(here, 'snooze-menu-light');
  await menuitem(here, /^Tomorrow/).click();
  await shows(here, 6, 5, 4, 3, 1);
  await shows(there, 6, 5, 4, 3, 1);
  await bell(there, 5).waitFor();
  expect(await focusedText(here)).toContain('No. 1');
  await here.getByText('Snoozed until 08:00 tomorrow').waitFor();

  await there.getByRole('link', { name: 'Snoozed' }).click();
  await article(there, 2).getByText('Snoozed until 08:00 tomorrow').waitFor();
  expect(await axeProblems(there)).toEqual([]);
  await screenshot(there, 'snoozed-light');

  const token = candidateToken('candidate');
  const [snoozed] = await listOf(server, token, { state: 'SNOOZED' });
  // Nobody has all night: another time, for the same.
  const soon = new Date(Date.now() + 2_000).toISOString();
  const SNOOZE = `mutation ($ids: [ID!]!, $until: DateTime!) {
    snoozeNotifications(ids: $ids, until: $until) { affectedCount }
  }`;
  await dataOf(server.ask(SNOOZE, { ids: [snoozed!.id], until: soon }, token));
  // Nothing new comes into a list that the pointer or the focus is on.
  await here.mouse.move(1, 1);
  await here.getByRole('heading', { name: 'Notifications' }).click();
  await until(
    async () => (await inbox(here).locator('.note-title').first().textContent())!.includes('No. 2'),
    {
      timeoutMs: 40_000,
    },
  );
  await shows(here, 2, 6, 5, 4, 3, 1);
  await bell(here, 6).waitFor();
  await there.getByText('Nothing is snoozed').waitFor();
  expect(candidate.troubles).toEqual([]);
}, 120_000);

test('what is pinned has a list of its own, and its place in the inbox', async () => {
  await there.getByRole('link', { name: 'All' }).click();
  await article(here, 4).focus();
  await here.keyboard.press('s');
  await pinned(here).getByRole('link', { name: 'No. 4' }).waitFor();
  await pinned(there).getByRole('link', { name: 'No. 4' }).waitFor();
  await article(here, 4).getByText('Pinned').waitFor();
  await shows(here, 2, 6, 5, 4, 3, 1);
  expect(await axeProblems(here)).toEqual([]);
  await screenshot(here, 'pinned-light');
  await pinned(here).getByRole('article').hover();
  await pinned(here).getByRole('button', { name: 'Unpin: No. 4' }).click();
  await pinned(here).waitFor({ state: 'hidden' });
  await pinned(there).waitFor({ state: 'hidden' });
}, 60_000);

test('several are selected, archived at once and brought back by Ctrl+Z, in both tabs', async () => {
  await article(here, 6).hover();
  await box(here, 6).click();
  const bar = here.getByRole('region', { name: 'Selected notifications' });
  await bar.getByText('1 selected').waitFor();
  await box(here, 4).click({ modifiers: ['Shift'] });
  await bar.getByText('3 selected').waitFor();
  expect(await axeProblems(here)).toEqual([]);
  await screenshot(here, 'selected-light');
  await bar.getByRole('button', { name: 'Archive' }).click();
  await shows(here, 2, 3, 1);
  await shows(there, 2, 3, 1);
  expect(await focusedText(here)).toContain('No. 3');
  await here.getByText('3 archived').waitFor();
  await here.keyboard.press('Control+z');
  await shows(here, 2, 6, 5, 4, 3, 1);
  await shows(there, 2, 6, 5, 4, 3, 1);
  await bell(there, 6).waitFor();
  await here.getByText('Undone').waitFor();
}, 60_000);

test('what another tab did is in the recent changes, and can be undone from there', async () => {
  await article(there, 5).focus();
  await there.keyboard.press('Delete');
  await shows(here, 2, 6, 4, 3, 1);
  await here.getByRole('button', { name: 'Recent changes' }).click();
  const list = here.getByRole('dialog', { name: 'Recent changes' });
  await list.getByText(/^Deleted/).waitFor();
  expect(await axeProblems(here)).toEqual([]);
  await screenshot(here, 'recent-changes-light');
  await list.getByRole('button', { name: 'Undo' }).first().click();
  await shows(here, 2, 6, 5, 4, 3, 1);
  await shows(there, 2, 6, 5, 4, 3, 1);
  await here.keyboard.press('Escape');
  expect(candidate.troubles).toEqual([]);
  await candidate.context.close();
}, 60_000);

test.each(['light', 'dark'] as const)(
  'on a phone, %s: the menu of a row, a selection, and its bar',
  async (scheme) => {
    await sendMany(server, `candidate2`, scheme === 'light' ? 4 : 0);
    const { page, context, troubles } = await signInAs(browser, server.url, {
      account: 'candidate2',
      scheme,
      width: 320,
      height: 640,
      touch: true,
    });
    await page.goto(`${server.url}/notifications`);
    await shows(page, 4, 3, 2, 1);
    await page.getByRole('button', { name: 'More: No. 3' }).tap();
    await menuitem(page, 'Select').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await screenshot(page, `phone-row-menu-${scheme}`);
    await menuitem(page, 'Pin').tap();
    await pinned(page).getByRole('link', { name: 'No. 3' }).waitFor();
    await page.getByRole('button', { name: 'More: No. 2' }).tap();
    await menuitem(page, 'Select').tap();
    const bar = page.getByRole('region', { name: 'Selected notifications' });
    await bar.getByText('1 selected').waitFor();
    await box(page, 1).tap();
    await bar.getByText('2 selected').waitFor();
    // What has been scrolled half under the header or the bar is no smaller for that.
    const problems = await axeProblems(page);
    expect(problems.filter((problem) => !problem.includes('partially obscured'))).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await screenshot(page, `phone-selected-${scheme}`);
    await bar.getByRole('button', { name: 'Delete' }).tap();
    await shows(page, 4, 3);
    await screenshot(page, `phone-deleted-${scheme}`);
    await page.getByRole('button', { name: 'Undo' }).tap();
    await shows(page, 4, 3, 2, 1);
    await page.getByRole('button', { name: 'Recent changes' }).tap();
    await page
      .getByRole('dialog', { name: 'Recent changes' })
      .getByText(/^Pinned/)
      .first()
      .waitFor();
    expect(await axeProblems(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await screenshot(page, `phone-recent-${scheme}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More: No. 4' }).tap();
    await menuitem(page, 'Snooze…').tap();
    await menuitem(page, 'Another time…').tap();
    await page.getByRole('dialog', { name: 'Snooze until another time' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await screenshot(page, `phone-snooze-${scheme}`);
    await page.getByRole('button', { name: 'Cancel' }).tap();
    await page.getByRole('button', { name: 'More: No. 3' }).last().tap();
    await menuitem(page, 'Unpin').tap();
    await pinned(page).waitFor({ state: 'hidden' });
    expect(troubles).toEqual([]);
    await context.close();
  },
  120_000,
);
