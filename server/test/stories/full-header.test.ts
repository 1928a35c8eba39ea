import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { send } from '../support/acts.ts';
import { misfits, openBrowser, overflows, screenshot, signInAs } from '../support/browser/browser.ts';
import { Line } from '../support/browser/line.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { candidate } from '../support/token.ts';
import { until } from '../support/until.ts';

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

test.each([
  ['a phone', { width: 320, height: 640, touch: true }],
  ['a phone with large text', { width: 320, height: 640, textSize: 200 }],
  ['a narrow window with large text', { width: 640, height: 800, textSize: 200 }],
  ['a desk', {}],
])(
  'all that the header can have fits: in a quiet time, with something unread, and the line lost, on %s',
  async (name, options) => {
    await send(server, 'candidate');
    await server.ask(
      'mutation ($until: DateTime) { setDoNotDisturb(until: $until) { preferences { id } } }',
      { until: new Date(Date.now() + 3_600_000).toISOString() },
      candidate('candidate'),
    );
    const { context } = await signInAs(browser, server.url, { ...options, account: 'candidate' });
    const page = await context.newPage();
    await (await Line.of(context)).cut();
    await page.goto(`${server.url}/notifications`);
    await page.getByText('Reconnecting…').waitFor();
    await page.getByRole('button', { name: /unread, do not disturb until/ }).waitFor();
    await screenshot(page, `full-header-${name}`);
    expect([await misfits(page), await overflows(page)]).toEqual([[], false]);
    // And nothing lies on anything else.
    const overlaps = `(() => {
      const parts = [...document.querySelectorAll('header :is(.brand, .top-nav a, .chip, .bell, .menu-button)')];
      const boxes = parts.map((part) => [part.className, part.getBoundingClientRect()]).filter(([, { width }]) => width > 0);
      return boxes.flatMap(([one, a], index) => boxes.slice(index + 1)
        .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        .map(([other]) => one + ' and ' + other));
    })()`;
    expect(await until(() => page.evaluate<string[]>(overlaps))).toEqual([]);
    // And what its reader came for begins on the first screen.
    const row = await page.getByRole('article').first().boundingBox();
    expect(row!.y).toBeLessThan(page.viewportSize()!.height - 44);
    await context.close();
  },
  60_000,
);
