import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { send, submit } from '../support/acts.ts';
import {
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
import { SmtpStage } from '../support/email/smtp.ts';
import { until } from '../support/until.ts';

const WHY = 'Why did or didn’t I get this?';

let smtp: SmtpStage;
let server: TestServer;
let browser: Browser;
let instructor: Person;
let here: Page;
let there: Page;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer({ DEMO: 'true', ...smtp.settings });
  browser = await openBrowser();
  instructor = await signInAs(browser, server.url, { account: 'instructor' });
  here = instructor.page;
  await here.getByRole('button', { name: /^Account/ }).click();
  await here.getByRole('menuitem', { name: 'Preferences' }).click();
  there = await openTab(instructor, `${server.url}/preferences`);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await smtp?.down();
});

const ringFor = (page: Page, category: string) => page.getByRole('switch', { name: `Ring for ${category}` });
const quietToasts = (page: Page) => page.locator('.arrival-toast').filter({ hasText: 'Quiet' }).count();
/** How many are unread, as the server counts them: only then an arrival has come. */
const arrived = async (count: number) => {
  await bell(here, count).waitFor();
  await bell(there, count).waitFor();
};

test('what is switched off on one tab is off on the other, and rings on neither', async () => {
  await ringFor(here, 'Applications').waitFor();
  await ringFor(there, 'Applications').waitFor();
  expect(await overflows(here)).toBe(false);
  await screenshot(here, 'preferences-light');
  await ringFor(here, 'Applications').click();
  await until(async () => !(await ringFor(there, 'Applications').isChecked()));
  await here.getByText('Saved').waitFor();
  await screenshot(here, 'preferences-changed-light');

  await submit(server, 'candidate', 'instructor', 'Viola');
  await arrived(1);
  await send(server, 'instructor', { title: 'The bell still works' });
  await here.locator('.arrival-toast').waitFor();
  expect(await here.locator('.arrival-toast').allInnerTexts()).toEqual([
    expect.stringContaining('The bell still works'),
  ]);

  await there.getByRole('button', { name: 'Back to defaults' }).click();
  await there.getByText('Back to defaults: one choice changed').waitFor();
  await until(() => ringFor(here, 'Applications').isChecked());
}, 60_000);

test('do not disturb puts a moon on every bell; when it ends, one line tells what came', async () => {
  await here.getByRole('button', { name: 'For 1 hour' }).click();
  const quietBell = there.getByRole('button', {
    name: /^Notifications, 2 unread, do not disturb until \d\d:\d\d/,
  });
  await quietBell.waitFor();
  for (let count = 3; count <= 4; count++) {
    await send(server, 'instructor', { title: `Quiet ${count}` });
    await here.getByRole('button', { name: `Notifications, ${count} unread, do not disturb` }).waitFor();
  }
  expect(await quietToasts(there)).toBe(0);
  await here.getByRole('button', { name: 'Until…' }).click();
  await screenshot(here, 'do-not-disturb-light');
  await there.getByRole('button', { name: 'End now' }).click();
  await here.locator('.toast').getByText('2 came while you did not want').waitFor();
  await screenshot(here, 'do-not-disturb-over-light');
  await bell(here, 4).waitFor();
  expect(await quietToasts(here)).toBe(0);
}, 60_000);

test('whoever signs in for the first time is where their browser is, and stays there', async () => {
  const zones = () =>
    server
      .sql(`select time_zone as zone from preferences where user_id = 'candidate2'`)
      .then((rows) => rows[0]?.zone);
  for (const timezoneId of ['America/St_Johns', 'Asia/Tokyo']) {
    const traveller = await signInAs(browser, server.url, { account: 'candidate2', timezoneId });
    await until(async () => (await zones()) === 'America/St_Johns');
    await traveller.page.goto(`${server.url}/preferences`);
    await traveller.page.getByRole('combobox', { name: 'Time zone' }).waitFor();
    expect(await traveller.page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe(
      'America/St Johns',
    );
    expect(traveller.troubles).toEqual([]);
    await traveller.context.close();
  }
  expect(await zones()).toBe('America/St_Johns');
}, 60_000);

test('quiet hours go by the clock of this browser until another is chosen, and are the same on the other tab', async () => {
  const quietHours = (page: Page) => page.getByRole('switch', { name: 'Quiet hours' });
  const zone = (page: Page) => page.getByRole('combobox', { name: 'Time zone' });
  await here.getByText('Where this browser is').waitFor();
  await quietHours(here).click();
  await here.getByLabel('From').fill('00:00');
  await here.getByLabel('Until', { exact: true }).fill('23:59');
  await until(async () => (await there.getByLabel('Until', { exact: true }).inputValue()) === '23:59');
  await there.getByRole('button', { name: /quiet hours until 23:59$/ }).click();
  await there.getByRole('dialog', { name: 'Notifications' }).getByText('Quiet hours until 23:59').waitFor();
  await screenshot(there, 'panel-quiet-light');
  await there.keyboard.press('Escape');
  await zone(here).fill('tokyo');
  await screenshot(here, 'time-zone-light');
  await here.getByRole('option', { name: 'Asia/Tokyo' }).click();
  await until(async () => (await zone(there).inputValue()) === 'Asia/Tokyo');
  await quietHours(there).click();
  await here.getByLabel('From').waitFor({ state: 'hidden' });
  await bell(here, 4).waitFor();
  expect(await zone(here).inputValue()).toBe('Asia/Tokyo');
}, 60_000);

test('each notification says why it came, and leads to what would change that', async () => {
  await here.goto(`${server.url}/notifications`);
  const viola = here.getByRole('article').filter({ hasText: 'Viola' });
  await viola.hover();
  await viola.getByRole('button', { name: /^More/ }).click();
  await here.getByRole('menuitem', { name: WHY }).click();
  await here.getByRole('heading', { name: 'New application from', exact: false }).waitFor();
  await here.getByText('without ringing, because ringing was switched off for its category').waitFor();
  await here.getByText('you have since switched it on').waitFor();
  await here.getByText('E-mail: will not be sent, because you have read it').waitFor();
  expect(await focusedText(here)).toBe(WHY);
  await here.getByRole('button', { name: 'Mute “Viola”' }).click();
  await here.getByText('Muted: it neither rings').waitFor();
  await here.getByText('you have since muted what it is about').waitFor();
  await screenshot(here, 'why-light');
  await there.getByRole('button', { name: 'Unmute Viola' }).waitFor();
  await screenshot(there, 'preferences-muted-light');

  await here.getByRole('link', { name: 'Preferences for Ring: what is muted' }).click();
  await until(async () => (await focusedText(here)).startsWith('Muted'));
  await here.getByRole('button', { name: 'Unmute Viola' }).click();
  await there.getByRole('button', { name: 'Unmute Viola' }).waitFor({ state: 'hidden' });
  await here.goBack();
  await here.getByText('you have since switched it on').waitFor();
  await here.getByRole('link', { name: 'Preferences for E-mail: its category' }).click();
  await until(async () => (await focusedText(here)).startsWith('Applications'));
  await screenshot(here, 'preferences-place-light');
  expect(instructor.troubles).toEqual([]);
}, 60_000);

test('what a change would have made of the last 30 days is told before it is saved', async () => {
  await here.goto(`${server.url}/preferences`);
  const told = here.getByRole('status', { name: 'What this would change' });
  await ringFor(here, 'General').hover();
  await told.getByText(/^In the last 30 days: \d+ fewer with a ring/).waitFor();
  await screenshot(here, 'rehearsal-light');
  await here.mouse.move(0, 0);
  await told.getByText('In the last').waitFor({ state: 'hidden' });
  await here.getByRole('button', { name: 'For 1 hour' }).focus();
  await here.keyboard.press('Tab');
  await told.getByText('nothing would have been different').waitFor();

  const dialog = here.getByRole('dialog', { name: 'Save this change?' });
  await here.getByRole('switch', { name: 'Look before saving' }).focus();
  await here.keyboard.press('Space');
  await ringFor(here, 'General').focus();
  await here.keyboard.press('Space');
  await dialog.getByText(/fewer with a ring/).waitFor();
  await here.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await ringFor(here, 'General').isChecked()).toBe(true);
  await here.keyboard.press('Space');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await until(async () => !(await ringFor(there, 'General').isChecked()));
  await there.getByRole('button', { name: 'Back to defaults' }).click();
  await until(() => ringFor(here, 'General').isChecked());
  expect(instructor.troubles).toEqual([]);
}, 60_000);

test('the link in an e-mail reads nothing by being fetched; opened, also by way of signing in, it does', async () => {
  const id = await send(server, 'candidate', { title: 'From an e-mail' });
  const link = `${server.url}/notifications/${id}`;
  expect((await fetch(link, { headers: { accept: 'text/html' } })).status).toBe(200);
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await openTab({ context, troubles: [] }, link);
  await page.getByLabel('E-mail').fill('candidate@example.com');
  await page.getByLabel('Password', { exact: true }).fill('carillon');
  const [before] = await server.sql<{ read_at: string | null }>(
    'select read_at from notifications where id = $1',
    [id],
  );
  expect(before!.read_at).toBeNull();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'From an e-mail' }).waitFor();
  await page.getByRole('button', { name: 'Mark as unread', exact: true }).waitFor();
  await until(async () => {
    const [row] = await server.sql<{ read_at: string | null }>(
      'select read_at from notifications where id = $1',
      [id],
    );
    return row!.read_at !== null;
  });
  await context.close();
}, 60_000);

test.each(['light', 'dark'] as const)(
  'fits a phone of 320 px, in %s',
  async (scheme) => {
    const phone = await signInAs(browser, server.url, {
      account: 'instructor2',
      scheme,
      width: 320,
      height: 640,
      touch: true,
    });
    const { page } = phone;
    await page.goto(`${server.url}/preferences`);
    await ringFor(page, 'Applications').waitFor();
    await ringFor(page, 'General').tap();
    await page.getByText('Saved').waitFor();
    expect(await overflows(page)).toBe(false);
    await screenshot(page, `phone-preferences-${scheme}`);
    await page.getByRole('heading', { name: 'What reaches you' }).scrollIntoViewIfNeeded();
    await page.evaluate(`document.getElementById('categories').scrollIntoView()`);
    await screenshot(page, `phone-matrix-${scheme}`);
    await page.getByRole('button', { name: 'Back to defaults' }).tap();
    const lookFirst = page.getByRole('switch', { name: 'Look before saving' });
    await lookFirst.tap();
    await ringFor(page, 'General').tap();
    const dialog = page.getByRole('dialog', { name: 'Save this change?' });
    await dialog.getByText('nothing would have been different').waitFor();
    await screenshot(page, `phone-rehearsal-${scheme}`);
    await dialog.getByRole('button', { name: 'Cancel' }).tap();
    await lookFirst.tap();
    const quietHours = page.getByRole('switch', { name: 'Quiet hours' });
    await quietHours.tap();
    // All that comes with it, which moves what stands below.
    await page.getByRole('combobox', { name: 'Time zone' }).waitFor();
    await page.evaluate(`document.getElementById('quiet-hours').scrollIntoView()`);
    await screenshot(page, `phone-quiet-hours-${scheme}`);
    expect(await overflows(page)).toBe(false);
    await until(() => quietHours.isChecked());
    await quietHours.tap();
    await until(async () => (await page.getByLabel('From').count()) === 0);
    // Saved, or the next phone of the same reader would find them on.
    await page.getByText('Quiet hours are off').waitFor();
    expect(phone.troubles).toEqual([]);
    await phone.context.close();
  },
  60_000,
);
