import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { dataOf, send, submit } from '../support/acts.ts';
import { misfits, openBrowser, overflows, screenshot, signInAs } from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { instructor } from '../support/token.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const speak = (language: 'AR' | 'EN') =>
  dataOf(
    server.ask(
      `mutation { setLanguage(language: ${language}) { preferences { id } } }`,
      {},
      instructor('instructor'),
    ),
  );

/** Whether each arrow along the line is drawn the other way. */
const arrows = (page: Page) =>
  page.evaluate<boolean[]>(
    `[...document.querySelectorAll('.tabler-icon-arrow-left, .tabler-icon-chevron-right')]
      .filter((icon) => icon.checkVisibility())
      .map((icon) => getComputedStyle(icon).scale === '-1 1')`,
  );

test.each([
  ['a desk', {}],
  ['a phone', { width: 320, height: 640, touch: true }],
])(
  'where lines run from right to left, pages fit and arrows lead the other way: %s',
  async (name, options) => {
    const id = await submit(server, 'candidate', 'instructor', 'كمان');
    const noted = await send(server, 'instructor', { title: 'مرحبا' });
    await speak('EN');
    const { page, context } = await signInAs(browser, server.url, { ...options, account: 'instructor' });
    await speak('AR');
    const turned: boolean[] = [];
    for (const path of ['/applications', `/applications/${id}`, `/notifications/${noted}`, '/preferences']) {
      await page.goto(server.url + path);
      await page.locator('.app-row, .facts, .detail, .matrix').first().waitFor();
      await page.locator(':root[dir=rtl]').waitFor();
      expect([path, await misfits(page), await overflows(page)]).toEqual([path, [], false]);
      turned.push(...(await arrows(page)));
      await screenshot(page, `right-to-left-${name}${path.slice(0, 12).replaceAll('/', '-')}`);
    }
    expect(turned.length).toBeGreaterThan(1);
    expect(turned).not.toContain(false);
    await context.close();
  },
  60_000,
);
