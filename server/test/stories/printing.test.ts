import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { send } from '../support/acts.ts';
import { openBrowser, screenshot, signInAs } from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const LONG = 'What was played at the audition, bar by bar. '.repeat(12).trim();
const ASKING = {
  title: `A title that takes more than two lines of any list: ${'and on '.repeat(20).trim()}`,
  message: LONG,
  actor: { name: 'Casey' },
  subject: { type: 'post', id: 'p1', label: 'A post', url: '/' },
  actions: [{ id: 'yes', label: 'Say yes to it', style: 'PRIMARY' }],
};

let server: TestServer;
let browser: Browser;
let page: Page;
let id: string;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  await send(server, 'candidate', { title: 'Earlier', subject: ASKING.subject });
  id = await send(server, 'candidate', ASKING);
  ({ page } = await signInAs(browser, server.url, { account: 'candidate', scheme: 'dark' }));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const PRESSED = 'button, input, select, textarea, .button, nav, header.top';
/** What would be printed though it can only be pressed. */
const pressed = () =>
  page.evaluate<string[]>(`
    [...document.querySelectorAll('${PRESSED}')].filter((one) => one.checkVisibility()).map((one) => one.outerHTML)
  `);
/** Texts of which a part would be missing. */
const cut = () =>
  page.evaluate<string[]>(`
    [...document.querySelectorAll('main *')]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).overflow !== 'visible')
      .filter((one) => getComputedStyle(one).clipPath === 'none' && one.scrollHeight > one.clientHeight + 1)
      .map((one) => one.outerHTML.slice(0, 100))
  `);
/** A page takes a moment to see that it is on paper now. */
const inkIs = (selector: string, color: string, ground: string) =>
  until(() =>
    page.evaluate<boolean>(`(() => {
      const { color, backgroundColor } = getComputedStyle(document.querySelector('${selector}'));
      return color === '${color}' && backgroundColor === '${ground}';
    })()`),
  );

test.each([
  ['the list', () => '/notifications', '.note[data-unread] .note-body'],
  ['a notification', () => `/notifications/${id}`, '.card.detail'],
])(
  '%s prints whole, in ink on white, without what can only be pressed',
  async (name, path, sheet) => {
    await page.goto(server.url + path());
    await page.getByText(LONG).first().waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await inkIs(sheet, 'rgb(29, 28, 26)', 'rgb(255, 255, 255)');
    expect(await pressed()).toEqual([]);
    expect(await cut()).toEqual([]);
    const text = await page.evaluate<string>('document.querySelector("main").innerText');
    for (const words of [ASKING.title, LONG, 'A post', 'Casey']) expect(text).toContain(words);
    await screenshot(page, `print-${name.replaceAll(' ', '-')}`);
    await page.emulateMedia({ media: 'screen' });
  },
  60_000,
);

test('a theme that was chosen in this browser is for the screen alone', async () => {
  await page.goto(`${server.url}/notifications`);
  await page.getByText(LONG).first().waitFor();
  await page.evaluate(`document.documentElement.dataset.theme = 'dark'`);
  await page.emulateMedia({ media: 'print' });
  await inkIs('body', 'rgb(29, 28, 26)', 'rgba(0, 0, 0, 0)');
  await inkIs('html', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)');
});
