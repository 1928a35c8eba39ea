import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { markAllRead, send } from '../support/acts.ts';
import {
  bell,
  lookAway,
  openBrowser,
  openTab,
  shownNatives,
  signInAs,
  untilFollowed,
  type Person,
} from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { candidate as tokenOf } from '../support/token.ts';
import { until } from '../support/until.ts';

// Runs in the page: a headless Chromium has no place for a badge, so what it would show is written down. Tabs share one.
const BADGES = `
  Navigator.prototype.setAppBadge = async (unread) => localStorage.setItem('badge', String(unread));
`;

const MARKS = `({
  number: /^\\((\\d+)\\)/.exec(document.title)?.[1] ?? '0',
  icon: document.querySelector('link[rel="icon"]').getAttribute('href'),
  badge: localStorage.getItem('badge'),
})`;

let server: TestServer;
let browser: Browser;
let person: Person;
let first: Page;
let second: Page;
let isLineCut = false;
let cut: () => Promise<unknown>;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  await send(server, 'candidate', { title: 'Before' });
  person = await signInAs(browser, server.url, { account: 'candidate' });
  await person.context.addInitScript(BADGES);
  const lines: { close: () => Promise<void> }[] = [];
  await person.context.routeWebSocket(/graphql/, (line) => {
    if (isLineCut) return void line.close();
    line.connectToServer();
    lines.push(line);
  });
  cut = () => Promise.all(lines.splice(0).map((line) => line.close()));
  first = person.page;
  await first.reload();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const marked = (unread: number) => ({
  number: String(unread),
  icon: unread > 0 ? '/favicon-unread.svg' : '/favicon.svg',
  badge: String(unread),
});

/** Title, icon and badge say the same number in these tabs. */
async function areMarked(unread: number, pages: Page[]): Promise<void> {
  for (const page of pages) {
    await until(async () => JSON.stringify(await page.evaluate(MARKS)) === JSON.stringify(marked(unread)));
  }
}

test('title, icon and badge show one number in every tab, and go when it is read anywhere', async () => {
  await areMarked(1, [first]);
  second = await openTab(person, `${server.url}/preferences`);
  await areMarked(1, [first, second]);
  await untilFollowed(server.url);
  await send(server, 'candidate', { title: 'Then' });
  await areMarked(2, [first, second]);
  expect(await second.title()).toMatch(/^\(2\) Preferences · Carillon$/);
  await markAllRead(server, tokenOf('candidate'));
  await areMarked(0, [first, second]);
}, 60_000);

test('the icon with a dot is a picture that this browser draws, under the policy of the page', async () => {
  const size = await first.evaluate<number>(`new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture.naturalWidth);
    picture.onerror = () => reject(new Error('not drawn'));
    picture.src = '/favicon-unread.svg';
  })`);
  expect(size).toBeGreaterThan(0);
}, 60_000);

test('without a line they stay as they are, and are right again with it', async () => {
  await send(server, 'candidate', { title: 'Seen' });
  await areMarked(1, [first, second]);
  isLineCut = true;
  await person.context.setOffline(true);
  await cut();
  await send(server, 'candidate', { title: 'Missed' });
  for (const page of [first, second]) await page.getByText('Offline', { exact: true }).waitFor();
  await areMarked(1, [first, second]);
  isLineCut = false;
  await person.context.setOffline(false);
  await areMarked(2, [first, second]);
}, 60_000);

test('of two tabs that nobody looks at one shows the browser’s own notification; when it goes, the other', async () => {
  await Promise.all([lookAway(first), lookAway(second)]);
  await send(server, 'candidate', { title: 'Once' });
  await areMarked(3, [first, second]);
  const titles = async (page: Page) => (await shownNatives(page)).map(({ title }) => title);
  await until(async () => (await titles(first)).length === 1);
  expect(await titles(first)).toEqual(['Once']);
  expect(await titles(second)).toEqual([]);

  const third = await openTab(person, `${server.url}/preferences`);
  await areMarked(3, [third]);
  await lookAway(third);
  await first.close();
  await until(async () =>
    second.evaluate<boolean>(
      `navigator.locks.query().then(({ held, pending }) =>
        held.some(({ name }) => name === 'carillon-leading-tab') &&
        pending.filter(({ name }) => name === 'carillon-leading-tab').length === 1)`,
    ),
  );
  await send(server, 'candidate', { title: 'Again' });
  await areMarked(4, [second, third]);
  await until(async () => (await titles(second)).length === 1);
  expect(await titles(third)).toEqual([]);
  first = third;
}, 60_000);

test('who signs out in one tab leaves no number in any', async () => {
  await bell(first, 4).waitFor();
  await first.getByRole('button', { name: /^Account:/ }).click();
  await first.getByRole('menuitem', { name: 'Sign out' }).click();
  for (const page of [first, second]) await page.getByLabel('E-mail').waitFor();
  await areMarked(0, [first, second]);
  const ofTheLine = /ERR_INTERNET_DISCONNECTED|WebSocket/;
  expect(person.troubles.filter((trouble) => !ofTheLine.test(trouble))).toEqual([]);
}, 60_000);
