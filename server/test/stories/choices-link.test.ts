import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { ChoicesTokens } from '../../src/email/choices/token.ts';
import { Secrets } from '../../src/platform/secrets.ts';
import {
  axeProblems,
  misfits,
  openBrowser,
  openContext,
  overflows,
  screenshot,
} from '../support/browser/browser.ts';
import { newReader } from '../support/email/emails.ts';
import { readPreferences } from '../support/preferences.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { SECRET } from '../support/token.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test.each([
  ['light', { scheme: 'light' }],
  ['dark', { scheme: 'dark' }],
  ['phone', { width: 320, height: 640, touch: true }],
  ['forced-colours', { forcedColors: true }],
  ['large-text', { width: 320, height: 640, textSize: 200 }],
] as const)(
  'the page behind the link fits, can be used by everybody, and saves: %s',
  async (name, options) => {
    const reader = await newReader(server);
    const [inbox] = await server.sql<{ id: string }>('select id from inbox where user_id = $1', [reader.id]);
    const token = new ChoicesTokens(new Secrets(SECRET)).make({ emailId: uuidv7(), inboxId: inbox!.id });
    const context = await openContext(browser, options);
    const page = await context.newPage();
    const looksRight = async () => {
      // What axe looks at stands in forced colours as the browser wants it.
      const problems = name === 'forced-colours' ? [] : await axeProblems(page);
      expect([...problems, ...(await misfits(page))]).toEqual([]);
      expect(await overflows(page)).toBe(false);
    };
    await page.goto(`${server.url}/choices/${token}`);
    await page.getByRole('heading', { name: 'What reaches you', exact: true }).waitFor();
    await looksRight();
    await screenshot(page, `choices-${name}`);

    const general = page.getByRole('group', { name: 'General' });
    await general.getByLabel('E-mail').selectOption('once a day');
    await general.getByLabel('Rings').uncheck();
    await page.getByLabel('Sunday: Quiet hours').selectOption('quiet all day');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('Saved').waitFor();
    await looksRight();
    expect(await readPreferences(server, reader.token)).toMatchObject({
      quietWeek: [{ from: '00:00', until: '24:00', weekdays: ['SUNDAY'] }],
      categories: [
        { category: 'applications' },
        { category: 'general', channels: [{ isOn: false }, { isOn: true, pace: 'DAILY' }] },
        { category: 'account' },
      ],
    });
    await context.close();
  },
  60_000,
);
