import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { send } from '../support/acts.ts';
import {
  axeProblems,
  focused,
  openBrowser,
  openTab,
  overflows,
  screenshot,
  signInAs,
  type Person,
} from '../support/browser/browser.ts';
import { bringForward } from '../support/email/emails.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { SmsStage } from '../support/sms/provider.ts';
import { until } from '../support/until.ts';

const NUMBER = '+4915112345678';

let stage: SmsStage;
let server: TestServer;
let browser: Browser;
let reader: Person;
let page: Page;

beforeAll(async () => {
  stage = await SmsStage.open();
  server = await startServer({
    DEMO: 'true',
    ...stage.settings,
    PUBLIC_URL: 'https://carillon.example.com/bell',
  });
  browser = await openBrowser();
  reader = await signInAs(browser, server.url, { account: 'candidate' });
  page = await openTab(reader, `${server.url}/preferences`);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await stage?.down();
});

const looked = async (name: string) => {
  expect(await overflows(page)).toBe(false);
  expect(await axeProblems(page)).toEqual([]);
  await screenshot(page, name);
};

test('a reader says their number and its code, and gets what they chose as a text message', async () => {
  const number = page.getByLabel('Mobile number');
  await number.fill('0151 12345678');
  await page.keyboard.press('Enter');
  await page.getByText('This is no mobile number that text messages go to').waitFor();
  await looked('texting-wrong-light');
  await number.fill('+49 151 12345678');
  await page.getByRole('button', { name: 'Send me a code' }).click();
  const code = page.getByLabel('Code');
  await code.waitFor();
  await page.keyboard.type('12'); // the focus has gone with the step
  await looked('texting-code-light');
  await code.fill(stage.codeTo(NUMBER) === '000000' ? '000001' : '000000');
  await page.keyboard.press('Enter');
  await page.getByText('That is not the code').waitFor();
  await code.fill(stage.codeTo(NUMBER));
  await page.keyboard.press('Enter');
  await page.getByText(`To ${NUMBER}`).waitFor();

  await page.getByRole('switch', { name: 'SMS for General' }).click();
  await page.getByText('Saved').waitFor();
  await page.setViewportSize({ width: 320, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await looked('texting-confirmed-dark-320');
  await send(server, 'candidate', { title: 'Room changed' });
  await bringForward(server, 'candidate');
  await until(() => stage.to(NUMBER).at(-1)?.startsWith('Room changed'));

  await stage.tell(server, '/sms/answers', { From: NUMBER, Body: 'STOP' });
  await page.getByText('STOP was answered from this number').waitFor();
  await looked('texting-stopped-dark-320');
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByLabel('Mobile number').waitFor();
  await until(async () => (await focused(page)).includes('input'));
});
