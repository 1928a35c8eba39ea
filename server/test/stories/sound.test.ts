import { afterAll, beforeAll, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { send } from '../support/acts.ts';
import {
  bell,
  misfits,
  openBrowser,
  openTab,
  overflows,
  screenshot,
  signInAs,
  untilFollowed,
  type Person,
} from '../support/browser/browser.ts';
import { Line } from '../support/browser/line.ts';
import { changePreferences } from '../support/preferences.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { candidate as tokenOf } from '../support/token.ts';
import { until } from '../support/until.ts';

// Runs in the page: writes down what is played, and plays it, or blocks it as a browser does that was not touched yet.
// What all tabs know of the last sound is hidden, so that a second tab that leads would be heard.
const EARS = `
  window.heard = [];
  window.isDeaf = false;
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    window.heard.push(new URL(this.src).pathname);
    return window.isDeaf ? Promise.reject(new DOMException('Not now', 'NotAllowedError')) : play.call(this);
  };
  const { getItem } = Storage.prototype;
  Storage.prototype.getItem = function (key) {
    return key === 'carillon-sound-at' ? null : getItem.call(this, key);
  };
`;

let server: TestServer;
let browser: Browser;
let person: Person;
let first: Page;
let second: Page;
let line: Line;
let unread = 0;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  person = await signInAs(browser, server.url, { account: 'candidate' });
  await person.context.addInitScript(EARS);
  line = await Line.of(person.context);
  first = person.page;
  await first.goto(`${server.url}/preferences`);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const heard = (page: Page) => page.evaluate<string[]>('window.heard');
/** It has come to these tabs; whatever is heard of it is heard by then. */
async function arrive(title: string, pages: Page[]): Promise<void> {
  await send(server, 'candidate', { title });
  unread++;
  for (const page of pages) await seenIn(page);
}
const seenIn = (page: Page) =>
  page.getByRole('button', { name: `Notifications, ${unread} unread` }).waitFor();

test('it is off at first; chosen for a category it can be tried, and this browser can play it', async () => {
  await untilFollowed(server.url);
  await first.getByRole('radiogroup', { name: 'Sound for General' }).waitFor();
  await arrive('Silent', [first]);
  expect(await heard(first)).toEqual([]);
  await first.getByRole('radiogroup', { name: 'Sound for General' }).getByText('Chime').click();
  await first.getByRole('button', { name: 'Try it for General' }).click();
  await until(async () => (await heard(first)).length === 1);
  for (const sound of ['bell', 'chime']) {
    const seconds = await first.evaluate<number>(`new Promise((resolve, reject) => {
      const audio = new Audio('/sounds/${sound}.wav');
      audio.oncanplaythrough = () => resolve(audio.duration);
      audio.onerror = () => reject(audio.error);
    })`);
    expect(seconds).toBeCloseTo(0.45, 1);
  }
}, 60_000);

/** Asked of the tab that leads: whether any tab shows the inbox to a reader who looks at it. */
const looksAt = () =>
  first.evaluate<object[]>(
    `navigator.locks.query().then(({ held }) => held.filter(({ name }) => name === 'carillon-inbox-in-view'))`,
  );

/** Of pages without a window each has the focus. */
const workBeside = (page: Page) =>
  page.evaluate(`document.hasFocus = () => false; window.dispatchEvent(new Event('blur'))`);

test('of two tabs the first is heard, and when it goes the other; but none while the inbox is looked at', async () => {
  second = await openTab(person, `${server.url}/notifications`);
  await seenIn(second);
  await second.getByText('Silent').first().waitFor();
  await until(async () => (await looksAt()).length === 1);
  await arrive('Looked at', [first, second]);
  await second.getByText('Looked at').first().waitFor();
  await workBeside(second);
  await until(async () => (await looksAt()).length === 0);
  await arrive('One', [first, second]);
  await until(async () => (await heard(first)).length === 2);
  expect(await heard(first)).toEqual(['/sounds/chime.wav', '/sounds/chime.wav']);
  expect(await heard(second)).toEqual([]);

  await first.close();
  // Whoever asks for the lock is told that the second tab has it.
  await until(async () =>
    second.evaluate<boolean>(
      `navigator.locks.query().then(({ held, pending }) =>
        held.some(({ name }) => name === 'carillon-leading-tab') &&
        !pending.some(({ name }) => name === 'carillon-leading-tab'))`,
    ),
  );
  await arrive('Two', [second]);
  await until(async () => (await heard(second)).length === 1);
}, 60_000);

test('what was missed is not heard, nor what comes in quiet hours', async () => {
  await line.cut();
  await send(server, 'candidate', { title: 'Missed' });
  unread++;
  line.mend();
  await seenIn(second);
  await second
    .locator('.sum-toast, .arrival-toast')
    .getByText(/while you were away/)
    .waitFor();
  expect(await heard(second)).toHaveLength(1);

  const minute = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);
  const hours = `from: "${minute(-1)}", until: "${minute(2)}", timeZone: "UTC"`;
  await changePreferences(server, tokenOf('candidate'), `setQuietHours(${hours})`);
  await arrive('In the night', [second]);
  expect(await heard(second)).toHaveLength(1);
  await changePreferences(server, tokenOf('candidate'), 'setQuietHours');
  await bell(second, unread).waitFor();
  await arrive('By day', [second]);
  await until(async () => (await heard(second)).length === 2);
}, 60_000);

test('a browser that blocks it is explained once', async () => {
  await second.reload();
  await seenIn(second);
  await workBeside(second);
  await until(() => second.evaluate<boolean>(`navigator.locks.query().then(({ held }) => held.length > 0)`));
  await second.evaluate('window.isDeaf = true');
  await until(async () => {
    await arrive('Blocked', [second]);
    return (await heard(second)).length > 0;
  });
  const words = second.getByRole('alert').filter({ hasText: 'A sound was blocked' });
  await words.waitFor();
  await screenshot(second, 'sound-blocked-light');
  await words.getByRole('button', { name: 'Dismiss' }).click();
  await words.waitFor({ state: 'hidden' });
  const before = (await heard(second)).length;
  await arrive('Blocked again', [second]);
  await until(async () => (await heard(second)).length > before);
  expect(await words.count()).toBe(0);
  expect(person.troubles).toEqual([]);
}, 60_000);

test.each([
  { name: 'light', scheme: 'light', width: 1180, height: 780 },
  { name: 'dark', scheme: 'dark', width: 1180, height: 780 },
  { name: 'phone', scheme: 'dark', width: 320, height: 640, touch: true },
] as const)(
  'the choices can be read and used by everybody: $name',
  async ({ name, ...options }) => {
    const { page, context } = await signInAs(browser, server.url, { account: 'instructor2', ...options });
    await page.goto(`${server.url}/preferences`);
    const general = page.getByRole('radiogroup', { name: 'Sound for General' });
    await general.getByText('Bell').click();
    await page.getByRole('heading', { name: 'Sounds' }).scrollIntoViewIfNeeded();
    await page.evaluate(`document.getElementById('setting-sounds').scrollIntoView()`);
    await screenshot(page, `sounds-${name}`);
    expect(await overflows(page)).toBe(false);
    expect(await misfits(page)).toEqual([]);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>(
      'axe.run(document, { rules: { "target-size": { enabled: true } } })',
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await context.close();
  },
  60_000,
);
