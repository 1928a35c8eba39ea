// Browsers that refuse, lack or break what a page may count on, and clocks that are hours off.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { send } from '../support/acts.ts';
import {
  bell,
  lookAway,
  openBrowser,
  openTab,
  screenshot,
  untilFollowed,
} from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';
import { until } from '../support/until.ts';

const HOUR = 60 * 60_000;

let server: TestServer;
let browser: Browser;
let context: BrowserContext | undefined;
let troubles: string[];

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
}, 120_000);

afterEach(async () => {
  await context?.close();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A page of somebody whose browser is so. The script runs before any of ours. */
async function withBrowser(script: string, path = '/'): Promise<Page> {
  context = await browser.newContext({
    viewport: { width: 1180, height: 780 },
    permissions: ['notifications'],
  });
  await context.addInitScript(script);
  troubles = [];
  return openTab({ context, troubles }, server.url + path);
}

async function signInOn(page: Page, account: string): Promise<void> {
  await page.getByLabel('E-mail').fill(`${account}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill('carillon');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Applications' }).waitFor();
}

const refused = (name: string) =>
  `Object.defineProperty(window, '${name}', { get() { throw new DOMException('Denied', 'SecurityError'); } });`;
const missing = (name: string) => `delete window.${name}; window.${name} = undefined;`;
const offBy = (milliseconds: number) => `{
  const Real = Date;
  window.Date = class extends Real {
    constructor(...given) { if (given.length) super(...given); else super(Real.now() + ${milliseconds}); }
    static now() { return Real.now() + ${milliseconds}; }
  };
}`;

const BROWSERS: [string, string][] = [
  ['site data is refused', refused('localStorage') + refused('sessionStorage')],
  [
    'site data is full',
    `Storage.prototype.setItem = () => { throw new DOMException('Full', 'QuotaExceededError'); };`,
  ],
  [
    'tabs can neither talk nor take turns',
    `window.BroadcastChannel = class { constructor() { throw new DOMException('Denied', 'SecurityError'); } };
     LockManager.prototype.request = () => Promise.reject(new DOMException('Denied', 'SecurityError'));`,
  ],
  [
    'much of today is missing',
    missing('BroadcastChannel') +
      missing('ResizeObserver') +
      missing('IntersectionObserver') +
      missing('Notification') +
      `Object.defineProperty(navigator, 'locks', { value: undefined });
       delete Intl.Segmenter; delete Intl.supportedValuesOf;
       for (const name of ['addEventListener', 'removeEventListener']) MediaQueryList.prototype[name] = undefined;`,
  ],
  [
    'it does not know where it is',
    `{
      const real = Intl.DateTimeFormat.prototype.resolvedOptions;
      Intl.DateTimeFormat.prototype.resolvedOptions = function () {
        return { ...real.call(this), timeZone: 'Etc/Unknown' };
      };
    }`,
  ],
];

test.each(BROWSERS)(
  'where %s, the bell rings, the page survives a reload, and quiet hours work',
  async (_, script) => {
    const page = await withBrowser(script);
    await signInOn(page, 'candidate');
    const { token } = await signIn(server.url, 'candidate');
    await server.ask('mutation { setQuietHours(from: null, until: null) { preferences { id } } }', {}, token);
    await server.ask('mutation { markAllAsRead { affectedCount } }', {}, token);
    await bell(page).waitFor();
    await send(server, 'candidate', { title: 'It rings' });
    await page.locator('.arrival-toast').getByText('It rings').waitFor();
    await page.reload();
    await bell(page, 1).waitFor();
    await page.goto(`${server.url}/preferences`);
    await page.getByRole('switch', { name: 'Quiet hours' }).click();
    await page.getByText(/^Quiet hours from/).waitFor();
    await page.getByRole('combobox', { name: 'Time zone' }).waitFor();
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(troubles.filter((trouble) => trouble.startsWith('error'))).toEqual([]);
  },
  90_000,
);

test('where cookies are refused, the reader is told what that means', async () => {
  const page = await withBrowser(`Object.defineProperty(navigator, 'cookieEnabled', { get: () => false });`);
  await page.getByText(/This browser refuses cookies/).waitFor();
  await screenshot(page, 'no-cookies-light');
}, 60_000);

test.each([
  ['two hours slow', -2 * HOUR],
  ['two hours fast', 2 * HOUR],
  ['two days fast', 48 * HOUR],
])(
  'where the clock is %s, an hour is an hour and what comes now comes now',
  async (_, offset) => {
    const page = await withBrowser(offBy(offset), '/preferences');
    await page.getByLabel('E-mail').fill('instructor@example.com');
    await page.getByLabel('Password', { exact: true }).fill('carillon');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'For 1 hour' }).click();
    const { token } = await signIn(server.url, 'instructor');
    const quietUntil = async () => {
      const { data } = await server.ask<{ preferences: { doNotDisturbUntil: string | null } }>(
        '{ preferences { doNotDisturbUntil } }',
        {},
        token,
      );
      return data.preferences.doNotDisturbUntil;
    };
    const asked = await until(quietUntil);
    expect(Math.abs(Date.parse(asked) - Date.now() - HOUR)).toBeLessThan(60_000);
    await page.getByRole('button', { name: /do not disturb until/ }).waitFor();
    await screenshot(page, `clock-${offset > 0 ? 'fast' : 'slow'}-light`);
    await page.getByRole('button', { name: 'End now' }).click();
    await page.getByRole('button', { name: /do not disturb until/ }).waitFor({ state: 'hidden' });
    // The server decides whether it rings, and hears of it a little later.
    await until(async () => (await quietUntil()) === null);

    await send(server, 'instructor', { title: 'Just so' });
    await page.locator('.arrival-toast').getByText('Just so').waitFor();
    await page.goto(`${server.url}/notifications`);
    await page.getByRole('article').filter({ hasText: 'Just so' }).first().getByText('just now').waitFor();
    expect(troubles).toEqual([]);
  },
  90_000,
);

test('a browser that shows no notifications after all is not said to', async () => {
  const page = await withBrowser(`
    window.Notification = class {
      static permission = 'granted';
      constructor() { throw new TypeError('Illegal constructor.'); }
    };
  `);
  await signInOn(page, 'candidate2');
  const setting = page.getByRole('region', { name: 'Browser notifications' });
  await page.goto(`${server.url}/preferences`);
  await setting.getByText(/^On\./).waitFor();
  await bell(page).waitFor();
  await untilFollowed(server.url);
  await lookAway(page);
  await send(server, 'candidate2', { title: 'Unheard' });
  await setting.getByText('This browser cannot show notifications here.').waitFor();
  await page.reload();
  await setting.getByText('This browser cannot show notifications here.').waitFor();
  expect(troubles).toEqual([]);
}, 60_000);
