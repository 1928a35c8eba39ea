import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, signInAs } from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

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

test('in forced colours every button that is off looks so, and no other', async () => {
  const { page, context } = await signInAs(browser, server.url, {
    account: 'instructor',
    forcedColors: true,
  });
  const looks = `(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    const colourOf = (element) => getComputedStyle(element).color;
    probe.style.color = 'GrayText';
    const gray = colourOf(probe);
    probe.remove();
    return [...document.querySelectorAll('.button')].map((button) => [
      button.textContent, button.ariaDisabled === 'true', colourOf(button) === gray,
    ]);
  })()`;
  const seen = new Set<boolean>();
  for (const path of ['/preferences', '/notifications?show=unread&category=nothing']) {
    await page.goto(server.url + path);
    await page.locator('.button[aria-disabled=true]').first().waitFor();
    for (const [words, isOff, isGray] of await page.evaluate<[string, boolean, boolean][]>(looks)) {
      expect([words, isGray]).toEqual([words, isOff]);
      seen.add(isOff);
    }
  }
  expect(seen.size).toBe(2);
  await context.close();
}, 60_000);
