import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { listOf, send, sendMany, type Listed } from '../support/acts.ts';
import {
  axeProblems,
  bell,
  openBrowser,
  openContext,
  openTab,
  overflows,
  screenshot,
  type PersonOptions,
} from '../support/browser/browser.ts';
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

/** Somebody who says that this browser is theirs, and whose inbox is kept there by now. */
async function atHome({
  account,
  ...options
}: PersonOptions): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, options);
  const page = await openTab({ context, troubles: [] }, `${server.url}/notifications`);
  expect(await kept(page)).toMatch(/^nothing at all/);
  await signInOn(page, account);
  await until(async () => (await kept(page)) === 'an inbox, 0 acts, the app', { timeoutMs: 30_000 });
  return { context, page };
}

async function signInOn(page: Page, account: string): Promise<void> {
  await page.getByLabel('E-mail').fill(`${account}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill('carillon');
  await page.getByRole('checkbox', { name: /This is my device/ }).check();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Notifications' }).waitFor();
}

/** What this browser has of anybody, and whether it has the app. */
const kept = (page: Page) =>
  page.evaluate<string>(`new Promise((resolve) => {
    const opening = indexedDB.open('carillon', 1);
    // Whoever looks before the app has made it makes nothing in its place.
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => resolve('nothing at all');
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(['values', 'list']);
      const inbox = transaction.objectStore('values').count();
      const acts = transaction.objectStore('list').count();
      transaction.oncomplete = async () => {
        database.close();
        const app = (await caches.match('/index.html', { ignoreVary: true })) ? 'the app' : 'no app';
        resolve((inbox.result ? 'an inbox, ' : 'no inbox, ') + acts.result + ' acts, ' + app);
      };
    };
  })`);

/** What is kept is eight days old. */
const EIGHT_DAYS_LATER = `new Promise((resolve) => {
  indexedDB.open('carillon', 1).onsuccess = ({ target: { result: database } }) => {
    const transaction = database.transaction('values', 'readwrite');
    const values = transaction.objectStore('values');
    values.get('inbox').onsuccess = ({ target: { result: kept } }) =>
      values.put({ ...kept, at: kept.at - 8 * 24 * 60 * 60_000 }, 'inbox');
    transaction.oncomplete = () => resolve(database.close());
  };
})`;

const titles = (page: Page) => page.locator('article .note-title > [dir]').allTextContents();
const shows = (page: Page, ...numbers: number[]) =>
  until(async () => (await titles(page)).join() === numbers.map((number) => `No. ${number}`).join());
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const rowOf = async (account: string, title: string): Promise<Listed | undefined> =>
  (await listOf(server, candidate(account), { state: 'ALL' })).find((row) => row.title === title);
const changesOf = async (account: string) =>
  (await server.sql<{ seq: number }>('select seq from inbox where user_id = $1', [account]))[0]!.seq;

test('in an aeroplane: the inbox opens, what is done there waits, and is done once from another tab', async () => {
  await sendMany(server, 'candidate', 4);
  const { context, page } = await atHome({ account: 'candidate' });
  const before = await changesOf('candidate');
  await context.setOffline(true);
  await page.reload();
  await shows(page, 4, 3, 2, 1);
  await page.getByText('Offline', { exact: true }).waitFor();

  await page.getByRole('article').filter({ hasText: 'No. 3' }).hover();
  await button(page, 'Archive: No. 3').click();
  await page.getByRole('article').filter({ hasText: 'No. 1' }).hover();
  await button(page, 'Mark as read: No. 1').click();
  await page.getByText('2 changes wait on this device until you are online.').waitFor();
  await shows(page, 4, 2, 1);
  expect(await axeProblems(page)).toEqual([]);
  await screenshot(page, 'offline-light');
  // As it was left, also after a crash.
  await page.reload();
  await shows(page, 4, 2, 1);
  await page.getByText('2 changes wait on this device until you are online.').waitFor();
  await until(async () => (await kept(page)) === 'an inbox, 2 acts, the app');
  await page.close();
  expect(await changesOf('candidate')).toBe(before);

  await context.setOffline(false);
  const other = await openTab({ context, troubles: [] }, `${server.url}/notifications`);
  await until(async () => (await kept(other)) === 'an inbox, 0 acts, the app');
  await shows(other, 4, 2, 1);
  await other.getByText(/on this device until you are online/).waitFor({ state: 'hidden' });
  expect(await rowOf('candidate', 'No. 3')).toMatchObject({ isRead: false, archivedAt: expect.any(String) });
  expect(await rowOf('candidate', 'No. 1')).toMatchObject({ isRead: true, archivedAt: null });
  // One more for what the page itself has seen.
  expect((await changesOf('candidate')) - before).toBeLessThanOrEqual(3);
  await context.close();
}, 120_000);

test('the line comes back under an open page: what waits is done, and what another device did first stands', async () => {
  await sendMany(server, 'candidate2', 3);
  const { context, page } = await atHome({ account: 'candidate2', scheme: 'dark', width: 320, height: 700 });
  await context.setOffline(true);
  await page.reload();
  await shows(page, 3, 2, 1);
  for (const title of ['No. 1', 'No. 2']) {
    await page.getByRole('article').filter({ hasText: title }).hover();
    await button(page, `Mark as read: ${title}`).click();
  }
  await page.getByText('2 changes wait on this device until you are online.').waitFor();
  await page.getByText('Offline', { exact: true }).waitFor();
  expect(await overflows(page)).toBe(false);
  await screenshot(page, 'offline-phone-dark');
  const { id } = (await rowOf('candidate2', 'No. 2'))!;
  const archive = `mutation ($ids: [ID!]!) { archiveNotifications(ids: $ids) { affectedCount } }`;
  await server.ask(archive, { ids: [id] }, candidate('candidate2'));
  await send(server, 'candidate2', { title: 'No. 4' });

  // Nothing new comes into a list that the pointer is on.
  await page.mouse.move(1, 1);
  await context.setOffline(false);
  await page.getByText('It was archived on another device meanwhile.').waitFor();
  await shows(page, 4, 3, 1);
  await bell(page, 2).waitFor();
  await until(async () => (await rowOf('candidate2', 'No. 1'))!.isRead);
  expect(await rowOf('candidate2', 'No. 2')).toMatchObject({ isRead: false });
  await context.close();
}, 120_000);

test('signing out, a session that has ended, and a week leave nothing here', async () => {
  const { context, page } = await atHome({ account: 'candidate' });
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await until(async () => (await kept(page)) === 'no inbox, 0 acts, the app');
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await context.close();

  const ended = await atHome({ account: 'candidate' });
  await ended.context.clearCookies();
  await ended.page.reload();
  await ended.page.getByText('Your session has ended.').waitFor();
  await until(async () => (await kept(ended.page)) === 'no inbox, 0 acts, the app');
  await ended.context.close();

  const away = await atHome({ account: 'candidate' });
  await away.page.evaluate(EIGHT_DAYS_LATER);
  await away.context.setOffline(true);
  await away.page.reload();
  await away.page.getByText('The server cannot be reached.').waitFor();
  await until(async () => (await kept(away.page)) === 'no inbox, 0 acts, the app');
  await away.context.close();
}, 120_000);

test('another reader of this browser finds nothing, and does nothing in the name of the one before', async () => {
  const mine = await atHome({ account: 'candidate' });
  await mine.context.setOffline(true);
  await mine.page.getByRole('article').filter({ hasText: 'No. 4' }).hover();
  await button(mine.page, 'Archive: No. 4').click();
  await until(async () => (await kept(mine.page)) === 'an inbox, 1 acts, the app');
  await mine.page.close();
  await mine.context.setOffline(false);
  // The cookie of this browser becomes another's, as where a page of an older version signs somebody in.
  const query = `mutation { signIn(email: "instructor@example.com", password: "carillon") { expiresAt } }`;
  const answer = await mine.context.request.post(`${server.url}/graphql`, { data: { query } });
  expect(answer.ok()).toBe(true);
  const theirs = await openTab({ context: mine.context, troubles: [] }, `${server.url}/notifications`);
  await theirs.getByRole('heading', { name: 'Notifications' }).waitFor();
  await until(async () => (await kept(theirs)) === 'no inbox, 0 acts, the app');
  expect(await titles(theirs)).toEqual([]);
  expect(await rowOf('candidate', 'No. 4')).toMatchObject({ archivedAt: null });
  await mine.context.close();
}, 120_000);

test('where storage is refused the tick does no harm, and what is done without a line waits in its tab', async () => {
  const context = await openContext(browser);
  await context.addInitScript(`
    indexedDB.open = () => { throw new DOMException('Denied', 'SecurityError'); };
    CacheStorage.prototype.open = () => Promise.reject(new DOMException('Denied', 'SecurityError'));
  `);
  const troubles: string[] = [];
  const page = await openTab({ context, troubles }, `${server.url}/notifications`);
  await signInOn(page, 'candidate');
  await shows(page, 4, 2, 1);
  await context.setOffline(true);
  await page.getByRole('article').filter({ hasText: 'No. 2' }).hover();
  await button(page, 'Archive: No. 2').click();
  await page.getByText('One change waits on this device until you are online.').waitFor();
  await shows(page, 4, 1);
  await context.setOffline(false);
  await until(async () => (await rowOf('candidate', 'No. 2'))!.archivedAt);
  expect(troubles.filter((trouble) => trouble.startsWith('error'))).toEqual([]);
  await context.close();
}, 120_000);
