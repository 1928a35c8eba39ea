import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { send, submit } from '../support/acts.ts';
import {
  bell,
  lookBack,
  openBrowser,
  openTab,
  overflows,
  screenshot,
  signInAs,
  type Person,
} from '../support/browser/browser.ts';
import { bringForward } from '../support/email/emails.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { SmtpStage } from '../support/email/smtp.ts';
import { until } from '../support/until.ts';

const REASON = 'A fine recording, and a bow hold to envy.';

let smtp: SmtpStage;
let server: TestServer;
let browser: Browser;
let instructor: Person;
let candidate: Person;
let here: Page;
let there: Page;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer({ DEMO: 'true', ...smtp.settings });
  browser = await openBrowser();
  instructor = await signInAs(browser, server.url, { account: 'instructor' });
  candidate = await signInAs(browser, server.url, { account: 'candidate', scheme: 'dark' });
  here = instructor.page;
  there = await openTab(instructor, `${server.url}/notifications`);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await smtp?.down();
});

/** A minute later: every e-mail that waits is due, and every job has run. */
async function aMinuteLater(...people: string[]): Promise<void> {
  for (const person of people) await bringForward(server, person);
  await until(async () => {
    const jobs = await server.sql(
      `select from graphile_worker._private_jobs where payload ->> 'userId' = any($1::text[])`,
      [people],
    );
    return jobs.length === 0;
  });
}

const row = (page: Page, title: string) => page.getByRole('article').filter({ hasText: title });

test('opening and approving an application ends its question on every tab, and nobody is e-mailed', async () => {
  const id = await submit(server, 'candidate', 'instructor', 'Viola');
  await bell(here, 1).waitFor();
  await bell(there, 1).waitFor();
  await row(there, 'Viola').waitFor();
  await candidate.page.goto(`${server.url}/applications/${id}`);
  await candidate.page.getByText('Awaiting review').waitFor();

  await here.getByRole('link', { name: 'Viola' }).first().click();
  await here.getByRole('heading', { name: 'Viola' }).waitFor();
  await bell(here).waitFor();
  await bell(there).waitFor();
  await here.getByLabel('Reason').fill(REASON);
  await here.getByRole('button', { name: 'Approve' }).click();

  await row(there, 'Viola').getByText('Approved by you').waitFor();
  await screenshot(there, 'settled-row-light');
  // The candidate is looking at it: the page changes, and there is nothing that they have to be told besides.
  await candidate.page.getByText(REASON).waitFor();
  await until(async () => {
    const open = await server.sql(
      `select from notifications where application_id = $1 and settled_at is null`,
      [id],
    );
    return open.length === 0;
  });
  await bell(candidate.page).waitFor();
  expect(await candidate.page.locator('.arrival-toast').count()).toBe(0);

  await aMinuteLater('instructor', 'candidate');
  expect(smtp.mails).toEqual([]);
}, 60_000);

test('the notification says what became of it, and why no e-mail came', async () => {
  await row(there, 'Viola').getByRole('link', { name: 'Details' }).click();
  await there.getByRole('region', { name: 'Details' }).getByText('Approved by you').waitFor();
  await there.getByRole('button', { name: 'Why did or didn’t I get this?' }).click();
  await there.getByText('not sent, because it was decided, or you had opened what it is about').waitFor();
  await there.getByText('and rang').waitFor();
  await screenshot(there, 'settled-page-light');
  await here.goto(server.url);
  await here.getByRole('button', { name: /^Notifications/ }).click();
  const panel = here.getByRole('dialog', { name: 'Notifications' });
  await panel.getByText('Approved by you').waitFor();
  await screenshot(here, 'settled-panel-light');
}, 60_000);

test('a page that is fetched, or opened where nobody sees it, reads nothing until somebody does', async () => {
  const id = await submit(server, 'candidate', 'instructor', 'Oboe');
  await bell(here, 1).waitFor();
  const address = `${server.url}/applications/${id}`;
  for (const headers of [{}, { 'sec-purpose': 'prefetch;prerender' }] as Record<string, string>[])
    expect((await instructor.context.request.get(address, { headers })).status()).toBe(200);

  const behind = await instructor.context.newPage();
  await behind.addInitScript(`
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })`);
  await behind.goto(address);
  await behind.getByRole('heading', { name: 'Oboe' }).waitFor();
  // What comes after it has come by the same way, so anything that had been read by now would show.
  await send(server, 'instructor', { title: 'Something else' });
  await bell(here, 2).waitFor();
  await bell(behind, 2).waitFor();
  await lookBack(behind);
  await bell(here, 1).waitFor();
  await behind.close();
}, 60_000);

test.each(['light', 'dark'] as const)(
  'a decided question fits a phone of 320 px, in %s',
  async (scheme) => {
    const phone = await signInAs(browser, server.url, {
      account: 'instructor',
      scheme,
      width: 320,
      height: 640,
      touch: true,
    });
    await phone.page.goto(`${server.url}/notifications`);
    await row(phone.page, 'Viola').getByText('Approved by you').waitFor();
    expect(await overflows(phone.page)).toBe(false);
    await screenshot(phone.page, `phone-settled-${scheme}`);
    await row(phone.page, 'Viola').getByRole('link', { name: 'Details' }).click();
    await phone.page.getByRole('heading', { name: 'New application' }).waitFor();
    await phone.page.getByText('Approved by you').waitFor();
    expect(await overflows(phone.page)).toBe(false);
    await screenshot(phone.page, `phone-settled-page-${scheme}`);
    expect(phone.troubles).toEqual([]);
    await phone.context.close();
  },
  60_000,
);

test('nothing went wrong behind the scenes', () => {
  expect([...instructor.troubles, ...candidate.troubles]).toEqual([]);
});
