import { afterAll, beforeAll, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { send } from '../support/acts.ts';
import { openBrowser, openTab, overflows, screenshot } from '../support/browser/browser.ts';
import { bringForward, newReader, untilEmail } from '../support/email/emails.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { SmtpStage } from '../support/email/smtp.ts';

const PUBLIC_URL = 'https://carillon.example.com';
let smtp: SmtpStage;
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer({ ...smtp.settings, PUBLIC_URL });
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await smtp?.down();
});

interface Visit {
  page: Page;
  troubles: string[];
  /** The reader's id. */
  id: string;
  leave: () => Promise<void>;
}

/** Somebody who follows the link in their e-mail, in a browser that knows nothing of them. */
async function follow(categories: readonly string[], options: BrowserContextOptions = {}): Promise<Visit> {
  const reader = await newReader(server);
  const ids: string[] = [];
  for (const category of categories) ids.push(await send(server, reader.id, { category }));
  await bringForward(server, reader.id);
  await untilEmail(server, reader, ids[0]!, { status: 'SENT' });
  const [, url] = /(\S+\/unsubscribe\/\S+)/.exec(smtp.to(reader.address)[0]!.text!)!;
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const troubles: string[] = [];
  const page = await openTab({ context, troubles }, url!.replace(PUBLIC_URL, server.url));
  return { page, troubles, id: reader.id, leave: () => context.close() };
}

const styleOf = (page: Page, selector: string, property: string) =>
  page.evaluate<string>(
    `getComputedStyle(document.querySelector('${selector}')).getPropertyValue('${property}')`,
  );

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<axe.AxeResults>('axe.run(document)');
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const choices = (id: string) =>
  server.sql('select category, is_on from channel_choices where user_id = $1 order by 1', [id]);

const LIGHT = { ground: 'rgb(244, 244, 245)', button: 'rgb(67, 56, 202)' };
const DARK = { ground: 'rgb(24, 24, 27)', button: 'rgb(165, 180, 252)' };

test.each([
  ['light', 1180, LIGHT],
  ['dark', 1180, DARK],
  ['light', 320, LIGHT],
] as const)(
  'the page asks in style, says what it did, and takes it back, in %s at %i px',
  async (colorScheme, width, { ground, button }) => {
    const { page, troubles, id, leave } = await follow(['billing_reminders', 'grades'], {
      colorScheme,
      viewport: { width, height: 780 },
    });
    const look = async (name: string) => {
      expect(await styleOf(page, 'body', 'background-color')).toBe(ground);
      expect(await styleOf(page, 'main', 'border-radius')).toBe('12px');
      expect(await overflows(page)).toBe(false);
      await screenshot(page, `unsubscribe-${name}-${colorScheme}-${width}`);
      expect(await violations(page)).toEqual([]);
    };
    const shown = () => page.getByRole('listitem').allInnerTexts();

    await page.getByRole('heading', { name: 'Do you want no more e-mails about this?', level: 1 }).waitFor();
    expect(await shown()).toEqual(['Billing reminders', 'Grades']);
    expect(await styleOf(page, 'button', 'background-color')).toBe(button);
    expect(await page.getByRole('button').count()).toBe(1);
    await look('ask');
    expect(await choices(id)).toEqual([]);

    await page.getByRole('button', { name: 'No more e-mails' }).click();
    await page.getByRole('heading', { name: 'You get no more e-mails about this' }).waitFor();
    expect(await shown()).toEqual(['Billing reminders', 'Grades']);
    await look('ended');
    expect(await choices(id)).toEqual([
      { category: 'billing_reminders', is_on: false },
      { category: 'grades', is_on: false },
    ]);
    await page.getByRole('link', { name: 'Choose what you get by e-mail' }).waitFor();
    expect(await page.evaluate(`document.querySelector('.link a').href`)).toBe(`${server.url}/preferences`);

    await page.getByRole('button', { name: 'Switch them on again' }).click();
    await page.getByRole('heading', { name: 'You get e-mails about this again' }).waitFor();
    await look('resumed');
    expect(await choices(id)).toEqual([]);
    expect(troubles).toEqual([]);
    await leave();
  },
  60_000,
);

test('it works without scripts, and for all e-mails once the record of the one is gone', async () => {
  const { page, troubles, id, leave } = await follow(['billing'], { javaScriptEnabled: false });
  await server.sql('delete from messages where user_id = $1', [id]);
  await page.reload();
  await page.getByRole('heading', { name: 'Do you want no more e-mails?' }).waitFor();
  await page.getByText('What is too important to miss comes by e-mail in any case:').waitFor();
  await page.getByRole('button', { name: 'No more e-mails' }).click();
  await page.getByRole('heading', { name: 'You get no more e-mails' }).waitFor();
  await screenshot(page, 'unsubscribe-all-light');
  expect(await choices(id)).toEqual([{ category: '', is_on: false }]);
  await page.getByRole('button', { name: 'Switch them on again' }).click();
  await page.getByRole('heading', { name: 'You get e-mails again' }).waitFor();
  expect(await choices(id)).toEqual([]);
  expect(troubles).toEqual([]);
  await leave();
}, 60_000);

test('a link that is not ours says so, in the same style', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}/unsubscribe/nonsense`);
  await page.getByRole('heading', { name: 'This link does not work' }).waitFor();
  expect(await styleOf(page, 'main', 'border-radius')).toBe('12px');
  await context.close();
});
