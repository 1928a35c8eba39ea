// A list of hundreds (bench:memory has ten thousand), read with the wheel and with keys, left and come back to; and the two panes of a wide window.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { send } from '../support/acts.ts';
import {
  axeProblems,
  focused,
  openBrowser,
  overflows,
  screenshot,
  signInAs,
} from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const MANY = 800;
const MOST_DRAWN = 100;

let server: TestServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  await send(server, 'instructor', { title: 'No. 1' });
  // Far too many to be sent one by one, and read but for the first of them, which was.
  await server.sql(
    `insert into notifications
     select (jsonb_populate_record(n, jsonb_build_object(
       'id', gen_random_uuid(), 'seq', n.seq + i, 'change_seq', n.change_seq + i, 'read_at', now(),
       'title', 'No. ' || i + 1, 'message', repeat('Words that take room. ', 1 + (i % 9) * 3)))).*
     from notifications n, generate_series(1, ${MANY - 1}) i`,
  );
  await server.sql(`update inbox set seq = seq + ${MANY - 1} where user_id = 'instructor'`);
  page = (await signInAs(browser, server.url, { account: 'instructor', width: 900 })).page;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const drawn = () => page.locator('article').count();
const lastDrawn = () =>
  page.evaluate<number>(
    `Number([...document.querySelectorAll('article')].at(-1)?.getAttribute('aria-posinset') ?? 0)`,
  );
/** The row on top of the screen, and where it is. */
const onTop = () =>
  page.evaluate<{ row: string; top: number }>(`(() => {
    const covered = document.querySelector('header').getBoundingClientRect().bottom;
    const row = [...document.querySelectorAll('article')]
      .find((article) => article.getBoundingClientRect().bottom > covered);
    return { row: row.querySelector('.note-title').textContent, top: row.getBoundingClientRect().top };
  })()`);
const focusedRow = () =>
  page.evaluate<string | undefined>(
    `document.activeElement.closest('article')?.querySelector('.note-title').textContent`,
  );
const isFilled = () =>
  page.evaluate<boolean>(`(() => {
    const boxes = [...document.querySelectorAll('article')].map((row) => row.getBoundingClientRect());
    const at = (y) => boxes.some(({ top, bottom }) => top <= y + 1 && bottom >= y - 1);
    return at(innerHeight * 0.6) && at(innerHeight * 0.9);
  })()`);

async function readDownTo(position: number): Promise<void> {
  await page.goto(`${server.url}/notifications`);
  await page.getByRole('article').first().waitFor();
  await until(
    async () => {
      await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
      return (await lastDrawn()) >= position;
    },
    { timeoutMs: 90_000 },
  );
}

test('hundreds of rows are scrolled through, with few in the page and none of them blank', async () => {
  await readDownTo(MANY);
  expect(await drawn()).toBeLessThan(MOST_DRAWN);
  expect(await page.locator('article').last().getAttribute('aria-setsize')).toBe(String(MANY));
  for (const share of [0, 0.5, 0.1, 0.9, 0.33]) {
    await page.evaluate(`window.scrollTo(0, document.documentElement.scrollHeight * ${share})`);
    await until(isFilled);
    expect(await drawn()).toBeLessThan(MOST_DRAWN);
  }
  // By the wheel, upwards, where the rows have never been measured: nothing jumps under the eyes.
  await page.mouse.move(400, 400);
  for (let turn = 0; turn < 20; turn++) {
    const before = await onTop();
    await page.mouse.wheel(0, -40);
    await until(async () => {
      const now = await onTop();
      return now.row !== before.row || now.top !== before.top;
    });
    const moved = await page.evaluate<number | null>(`(() => {
      const row = [...document.querySelectorAll('article')]
        .find((article) => article.querySelector('.note-title').textContent === ${JSON.stringify(before.row)});
      return row && row.getBoundingClientRect().top;
    })()`);
    expect(Math.abs((moved ?? before.top) - before.top)).toBeLessThanOrEqual(80);
  }
}, 180_000);

test('keys lead over the edge of what is drawn, and out of the list', async () => {
  await readDownTo(200);
  await page.evaluate('window.scrollTo(0, 0)');
  await until(async () => (await page.locator('article[aria-posinset="1"]').count()) === 1);
  await page.locator('article[aria-posinset="1"]').focus();
  for (let step = 0; step < 130; step++) await page.keyboard.press('PageDown');
  await until(async () => (await focusedRow())?.includes(`No. ${MANY - 130}`) ?? false);
  expect(await drawn()).toBeLessThan(MOST_DRAWN);
  // Out of sight it keeps the focus, and the way goes on from there.
  await page.evaluate('window.scrollTo(0, 0)');
  await until(isFilled);
  expect(await focusedRow()).toContain(`No. ${MANY - 130}`);
  await page.keyboard.press('PageUp');
  await until(async () => (await focusedRow())?.includes(`No. ${MANY - 129}`) ?? false);
  await page.keyboard.press('Control+Home');
  expect(await focusedRow()).toBeUndefined();
  expect(await focused(page)).toBe('button: Filter by time');
}, 120_000);

test('back from a detail, and after the page was loaded anew, the same row is at the same place', async () => {
  await readDownTo(500);
  await page.evaluate('window.scrollBy(0, -20_000)');
  await until(isFilled);
  // A row in the middle of the screen is left by its link.
  const index = await page.evaluate<number>(`[...document.querySelectorAll('article')]
    .findIndex((row) => row.getBoundingClientRect().top > 250)`);
  const before = await (async () => {
    await page.locator('article').nth(index).locator('.note-title').focus();
    return { ...(await onTop()), left: await focusedRow() };
  })();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'All notifications' }).waitFor();
  const isAsBefore = async () => {
    const now = await onTop();
    return (
      now.row === before.row && Math.abs(now.top - before.top) <= 1 && (await focusedRow()) === before.left
    );
  };
  await page.goBack();
  await page.getByRole('article').first().waitFor();
  await until(isAsBefore);
  expect(await page.evaluate('document.activeElement.localName')).toBe('article');
  await page.reload();
  await until(isAsBefore, { timeoutMs: 60_000 });
  expect(await drawn()).toBeLessThan(MOST_DRAWN);
  // Whoever opens it by its address begins at its beginning.
  await page.goto(`${server.url}/notifications`);
  await page.getByRole('article').first().waitFor();
  expect(await page.evaluate('scrollY')).toBe(0);
}, 180_000);

test.each(['light', 'dark'] as const)(
  'list and detail stand side by side in a wide window, in %s',
  async (scheme) => {
    const wide = await signInAs(browser, server.url, { account: 'instructor', width: 1280, scheme });
    const on = wide.page;
    await on.goto(`${server.url}/notifications`);
    await on.getByRole('article').first().waitFor();
    await screenshot(on, `panes-empty-${scheme}`);
    expect(await axeProblems(on)).toEqual([]);
    await on.locator('article').nth(2).locator('a.note-title').focus();
    await on.keyboard.press('Enter');
    await on.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2 }).waitFor();
    await until(async () => (await focused(on)).startsWith('h2: No. '));
    expect(await axeProblems(on)).toEqual([]);
    expect(await overflows(on)).toBe(false);
    // The list scrolls, and the detail stays in sight.
    await on.mouse.move(300, 400);
    await on.mouse.wheel(0, 1_200);
    await until(() => on.evaluate<boolean>('window.scrollY > 1_000'));
    const box = (await on.getByRole('region', { name: 'Details' }).boundingBox())!;
    expect(box.y).toBeGreaterThan(0);
    expect(box.y + box.height).toBeLessThanOrEqual(780);
    await screenshot(on, `panes-${scheme}`);
    await on.goBack();
    await on.getByText('Nothing is open here').waitFor();
    await until(async () => (await focused(on)).startsWith('article: '));
    await on.setViewportSize({ width: 320, height: 640 });
    await until(async () => !(await overflows(on)));
    await screenshot(on, `panes-phone-${scheme}`);
    expect(wide.troubles).toEqual([]);
    await wide.context.close();
  },
  120_000,
);
