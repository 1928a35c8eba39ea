// What a person does with the rows of the inbox, and what must not happen to them meanwhile.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { listOf, send, sendMany, submit } from '../support/acts.ts';
import {
  bell,
  openBrowser,
  overflows,
  screenshot,
  signInAs,
  type Person,
} from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { instructor as instructorToken } from '../support/token.ts';
import { until } from '../support/until.ts';

const LONG = 'A title that goes on and on, since nobody ever told whoever wrote it to stop. '
  .repeat(3)
  .slice(0, 199);

let server: TestServer;
let browser: Browser;
let instructor: Person;
let page: Page;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  for (const title of ['Viola', 'Cello', 'Organ']) await submit(server, 'candidate', 'instructor', title);
  await send(server, 'instructor', { title: LONG, message: 'Words to select from. '.repeat(12) });
  instructor = await signInAs(browser, server.url, { account: 'instructor' });
  page = instructor.page;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const row = (title: string, on: Page = page): Locator =>
  on.getByRole('article').filter({ hasText: title }).first();
const listed = async () => {
  await page.goto(`${server.url}/notifications`);
  await row('Viola').waitFor();
};
const isRead = async (title: string) => {
  const rows = await listOf(server, instructorToken('instructor'));
  return rows.find(({ message }) => message.includes(title))!.isRead;
};

/** Waits for a tab of that address. Asks Chromium: playwright now and then never hears of one in the background. */
async function closeTab(url: RegExp): Promise<void> {
  const chromium = await browser.newBrowserCDPSession();
  const tab = await until(async () => {
    const { targetInfos } = await chromium.send('Target.getTargets');
    return targetInfos.find((target) => target.type === 'page' && url.test(target.url));
  });
  await chromium.send('Target.closeTarget', { targetId: tab.targetId });
  await until(async () => {
    const { targetInfos } = await chromium.send('Target.getTargets');
    return targetInfos.every(({ targetId }) => targetId !== tab.targetId);
  });
  await chromium.detach();
}

test('a click anywhere on a row opens what it is about, and reads it', async () => {
  await listed();
  await row('Viola').scrollIntoViewIfNeeded();
  const box = (await row('Viola').boundingBox())!;
  await screenshot(page, 'rows-light');
  // Right of the text, where nothing is written.
  await page.mouse.click(box.x + box.width - 200, box.y + 14);
  await page.getByRole('heading', { name: 'Viola' }).waitFor();
  await until(() => isRead('Viola'));
  await page.goBack();
  await row('Cello').locator('.note-message').click();
  await page.getByRole('heading', { name: 'Cello' }).waitFor();
  await page.goBack();
  await row(LONG.slice(0, 40)).locator('.note-title').click();
  await page.getByRole('heading', { name: LONG.trim().slice(0, 40) }).waitFor();
}, 60_000);

test.each([
  ['the middle button', { button: 'middle' }],
  ['Ctrl', { modifiers: ['ControlOrMeta'] }],
] as const)(
  '%s opens it in another tab, on the title as on the text',
  async (_, options) => {
    await listed();
    for (const place of ['.note-title', '.note-message', 'time']) {
      await row('Organ')
        .locator(place)
        .click(options as { button?: 'middle' });
      await closeTab(/\/applications\//);
    }
    expect(new URL(page.url()).pathname).toBe('/notifications');
  },
  60_000,
);

test('its text can be selected without opening it, and a right click finds the menu of a link', async () => {
  await listed();
  const message = row(LONG.slice(0, 40)).locator('.note-message');
  const box = (await message.boundingBox())!;
  await page.mouse.move(box.x + 4, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 10, { steps: 8 });
  await page.mouse.up();
  expect(await page.evaluate<string>('getSelection().toString()')).toContain('to select');
  expect(new URL(page.url()).pathname).toBe('/notifications');

  await page.evaluate('getSelection().removeAllRanges()');
  await page.evaluate(`document.addEventListener('contextmenu', (event) => {
    window.menuOf = event.target.closest('a')?.getAttribute('href');
  })`);
  await row('Organ').locator('.note-message').click({ button: 'right' });
  expect(await page.evaluate('window.menuOf')).toMatch(/^\/applications\//);
}, 60_000);

test('a long title takes two lines', async () => {
  await listed();
  const heightOf = async (title: string) =>
    (await row(title).locator('.note-title > [dir]').boundingBox())!.height;
  expect(await heightOf(LONG.slice(0, 40))).toBeCloseTo(2 * (await heightOf('Viola')), 0);
}, 60_000);

test('nothing that arrives moves a row from under the pointer', async () => {
  await listed();
  await row('Organ').hover();
  const before = await row('Organ').boundingBox();
  for (let number = 1; number <= 3; number++) {
    await send(server, 'instructor', { title: `Arrival ${number}` });
    await page.getByRole('button', { name: `${number} new`, exact: true }).waitFor();
  }
  expect(await row('Organ').boundingBox()).toEqual(before);
  await screenshot(page, 'rows-held-light');
  await page.getByRole('button', { name: '3 new' }).click();
  await row('Arrival 3').waitFor();
  await page.mouse.move(5, 5);
  await send(server, 'instructor', { title: 'Arrival 4' });
  await row('Arrival 4').waitFor();

  await bell(page)
    .or(page.getByRole('button', { name: /^Notifications, / }))
    .click();
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  const held = panel.getByRole('article').filter({ hasText: 'Arrival 2' });
  await held.hover();
  const there = await held.boundingBox();
  await send(server, 'instructor', { title: 'Arrival 5' });
  await panel.getByRole('button', { name: '1 new' }).waitFor();
  expect(await held.boundingBox()).toEqual(there);
  await screenshot(page, 'panel-held-light');
  await page.keyboard.press('Escape');
  expect(instructor.troubles).toEqual([]);
}, 60_000);

test('what was marked all at once is unread again after Undo', async () => {
  const person = await signInAs(browser, server.url, { account: 'instructor2', scheme: 'dark' });
  await sendMany(server, 'instructor2', 6);
  await bell(person.page, 6).click();
  await person.page.getByRole('button', { name: 'Mark all read' }).click();
  await person.page.getByText('6 marked as read').waitFor();
  await screenshot(person.page, 'mark-all-undo-dark');
  await bell(person.page).waitFor();
  await person.page.getByRole('button', { name: 'Undo' }).click();
  await bell(person.page, 6).waitFor();
  expect(person.troubles).toEqual([]);
  await person.context.close();
}, 60_000);

test('on a phone Back closes the panel, which leads to everything and to the preferences', async () => {
  const phone = await signInAs(browser, server.url, {
    account: 'instructor2',
    width: 320,
    height: 640,
    touch: true,
  });
  const on = phone.page;
  const panel = on.getByRole('dialog', { name: 'Notifications' });
  await submit(server, 'candidate', 'instructor2', 'Harp');
  const openPanel = async () => {
    await on.getByRole('button', { name: /^Notifications, / }).tap();
    await panel.waitFor();
  };
  await openPanel();
  await screenshot(on, 'phone-panel-light');
  expect(await overflows(on)).toBe(false);
  await on.goBack();
  await panel.waitFor({ state: 'hidden' });
  await on.getByRole('heading', { name: 'Applications' }).waitFor();

  await openPanel();
  await panel.getByRole('button', { name: 'Close notifications' }).tap();
  await panel.waitFor({ state: 'hidden' });

  await openPanel();
  await row('Harp', on).locator('.note-message').tap();
  await on.getByRole('heading', { name: 'Harp' }).waitFor();
  await panel.waitFor({ state: 'hidden' });
  await on.goBack();
  await panel.waitFor();
  await panel.getByRole('link', { name: 'Preferences' }).tap();
  await on.getByRole('heading', { name: 'Preferences' }).waitFor();
  await openPanel();
  await panel.getByRole('link', { name: 'See all notifications' }).tap();
  await on.getByRole('heading', { name: 'Notifications', level: 1 }).waitFor();
  await panel.waitFor({ state: 'hidden' });
  expect(await overflows(on)).toBe(false);
  await screenshot(on, 'phone-rows-light');
  expect(phone.troubles).toEqual([]);
  await phone.context.close();
}, 90_000);
