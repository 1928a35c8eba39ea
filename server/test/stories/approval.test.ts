import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  bell,
  clickNative,
  focusedText,
  lookAway,
  openBrowser,
  openTab,
  overflows,
  screenshot,
  shownNatives,
  signInAs,
  type Person,
} from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const TITLE = 'Cello class <b>autumn</b>';
const REASON = 'A fine recording.';

let server: TestServer;
let browser: Browser;
let candidate: Person;
let instructor: Person;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  candidate = await signInAs(browser, server.url, { account: 'candidate' });
  instructor = await signInAs(browser, server.url, { account: 'instructor', scheme: 'dark' });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('an application rings the instructor’s bell, and the decision rings the candidate’s', async () => {
  const { page } = candidate;
  await bell(instructor.page).waitFor();
  await page.getByRole('link', { name: 'New application' }).first().click();
  await page.getByLabel('Title').fill(TITLE);
  await page.getByRole('combobox', { name: 'Instructor' }).click();
  await page.getByRole('option', { name: 'Iris Lindqvist' }).click();
  await screenshot(page, 'submit-light');
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('heading', { name: TITLE }).waitFor();
  await page.getByRole('link', { name: 'All applications' }).click();

  await bell(instructor.page, 1).click();
  await screenshot(instructor.page, 'panel-dark');
  await instructor.page.getByRole('link', { name: 'New application from Casey Morgan' }).first().click();
  await instructor.page.getByRole('heading', { name: TITLE }).waitFor();
  await instructor.page.getByLabel('Reason').fill(REASON);
  await screenshot(instructor.page, 'review-dark');
  await instructor.page.getByRole('button', { name: 'Approve' }).click();

  await bell(page, 1).waitFor();
  await page.getByText('Application approved').first().waitFor();
  await screenshot(page, 'approved-toast-light');
  // The list that was open shows the decision too, without a reload.
  await page.getByRole('listitem').filter({ hasText: TITLE }).getByText('Approved').waitFor();
}, 60_000);

test('reading it in one tab clears it in every other tab of that user', async () => {
  const other = await openTab(candidate, `${server.url}/notifications`);
  await bell(other, 1).waitFor();
  await screenshot(other, 'notifications-light');
  await bell(candidate.page, 1).click();
  await candidate.page.getByRole('button', { name: 'Mark all read' }).click();
  await bell(other).waitFor();
  await bell(candidate.page).waitFor();
  await candidate.page.keyboard.press('Escape');
  await other.close();
}, 60_000);

test('a reader who looks elsewhere is told by the browser, whose click opens the application', async () => {
  const { page } = candidate;
  const { data } = await server.ask<{ signIn: { accessToken: string } }>(
    'mutation { signIn(email: "candidate@example.com", password: "carillon") { accessToken } }',
  );
  await server.ask(
    'mutation { submitApplication(input: { title: "Organ", instructorId: "instructor" }) { application { id } } }',
    {},
    data.signIn.accessToken,
  );
  await page.goto(`${server.url}/notifications`);
  await bell(page).waitFor();
  await lookAway(page);

  await bell(instructor.page, 1).click();
  await instructor.page.getByRole('article').first().locator('.note-message').click();
  await instructor.page.getByLabel('Reason').fill('The organ is being repaired.');
  await instructor.page.getByRole('button', { name: 'Reject' }).click();

  await until(async () => (await shownNatives(page)).length === 1);
  const [native] = await shownNatives(page);
  expect(native).toMatchObject({ title: 'Application rejected', isClosed: false });
  expect(native!.body).toContain('The organ is being repaired.');
  await clickNative(page);
  await page.getByRole('heading', { name: 'Organ' }).waitFor();
  await bell(page).waitFor();
}, 60_000);

test('fits a phone of 320 px, and everything of it is reached by the keyboard', async () => {
  const phone = await signInAs(browser, server.url, { account: 'instructor2', width: 320, height: 640 });
  for (const path of ['/applications', '/notifications', '/preferences']) {
    await phone.page.goto(server.url + path);
    await phone.page.getByRole('banner').waitFor();
    await phone.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await overflows(phone.page)).toBe(false);
    await screenshot(phone.page, `phone${path.replace('/', '-')}`);
  }
  await phone.page.keyboard.press('Tab');
  expect(await focusedText(phone.page)).toBe('Skip to content');
  await bell(phone.page).focus();
  await phone.page.keyboard.press('Enter');
  await phone.page.getByRole('dialog', { name: 'Notifications' }).waitFor();
  await screenshot(phone.page, 'phone-panel');
  await phone.page.keyboard.press('Escape');
  await phone.page.getByRole('dialog', { name: 'Notifications' }).waitFor({ state: 'hidden' });
  for (const { troubles } of [phone, candidate, instructor]) expect(troubles).toEqual([]);
}, 60_000);
