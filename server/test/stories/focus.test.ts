import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { send, sendMany, submit } from '../support/acts.ts';
import { bell, focused, openBrowser, signInAs, type Person } from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let browser: Browser;
let instructor: Person;
let page: Page;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  await sendMany(server, 'instructor', 25);
  instructor = await signInAs(browser, server.url, { account: 'instructor' });
  page = instructor.page;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  await page.goto(`${server.url}/notifications`);
  await page.getByRole('article').first().waitFor();
});

const focusIs = (expected: string) => until(async () => (await focused(page)) === expected);
const panel = () => page.getByRole('dialog', { name: 'Notifications' });
/** By the keyboard, as whoever needs the focus does it. */
const press = async (role: 'button' | 'link', name: string | RegExp) => {
  await page.getByRole(role, { name, exact: true }).first().focus();
  await page.keyboard.press('Enter');
};
const openPanel = async () => {
  await press('button', /^Notifications/);
  await panel().getByRole('article').first().waitFor();
};

describe('a link leads the focus to the heading of its page', () => {
  test('on the way there and back, with a title for each', async () => {
    await press('link', 'Applications');
    await focusIs('h1: Applications');
    expect(await page.title()).toMatch(/^(\(\d+\) )?Applications · Carillon$/);
    await page.getByRole('button', { name: /^Account/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await focusIs('h1: Preferences');
    expect(await page.title()).toMatch(/Preferences · Carillon$/);
    await page.goBack();
    await focusIs('h1: Applications');
  });

  test.each(['Notifications', 'Carillon, home'])('also where “%s” is open already', async (name) => {
    await press('link', name);
    const title = name === 'Notifications' ? name : 'Applications';
    await focusIs(`h1: ${title}`);
    await press('link', name);
    await focusIs(`h1: ${title}`);
  });

  test('and from the panel, whichever page is behind it; a detail is beside its list', async () => {
    await openPanel();
    await press('link', 'See all notifications');
    await focusIs('h1: Notifications');
    await openPanel();
    await panel().getByRole('link', { name: 'No. 25' }).focus();
    await page.keyboard.press('Enter');
    await focusIs('h2: No. 25');
    await openPanel();
    await panel().getByRole('link', { name: 'No. 25' }).focus();
    await page.keyboard.press('Enter');
    await focusIs('h2: No. 25');
  });

  test('but another view of the same list leaves it on what was chosen', async () => {
    for (const view of ['Unread', 'Archived', 'All']) {
      await press('link', new RegExp(`^${view}( \\d|$)`));
      await until(() => page.evaluate<boolean>(`document.activeElement.ariaCurrent === 'page'`));
      await until(async () => (await focused(page)).startsWith(`a: ${view}`));
    }
  });

  test('and a sign-out to that of the sign-in page', async () => {
    const other = await signInAs(browser, server.url, { account: 'instructor2' });
    await other.page.getByRole('button', { name: /^Account/ }).focus();
    await other.page.keyboard.press('Enter');
    await other.page.keyboard.press('End');
    await other.page.keyboard.press('Enter');
    await until(async () => (await focused(other.page)) === 'h1: Sign in to Carillon');
    expect(await other.page.title()).toBe('Sign in · Carillon');
    await other.context.close();
  }, 60_000);
});

describe('what was done leaves the focus in its place', () => {
  test('after everything was marked as read, on the page and in the panel', async () => {
    await send(server, 'instructor', { title: 'Unread' });
    await page.getByRole('article').filter({ hasText: 'Unread' }).first().waitFor();
    await press('button', 'Mark all as read');
    await bell(page).waitFor();
    await focusIs('button: Mark all as read');
    await send(server, 'instructor', { title: 'Unread again' });
    await bell(page, 1).waitFor();
    await openPanel();
    await press('button', 'Mark all read');
    await page.getByText('All caught up').waitFor();
    await focusIs('button: Mark all read');
  });

  test.each(['Approve', 'Reject'])('after a decision: %s', async (decision) => {
    const id = await submit(server, 'candidate', 'instructor', `To ${decision}`);
    await page.goto(`${server.url}/applications/${id}`);
    await page.getByLabel('Reason').fill('Because.');
    await press('button', decision);
    await page.getByText('Your decision').waitFor({ state: 'hidden' });
    await focusIs(`h1: To ${decision}`);
  });

  test('after the pill that announced them, on the first of what is new', async () => {
    await page.mouse.wheel(0, 900);
    await until(() => page.evaluate<boolean>('window.scrollY > 400'));
    await send(server, 'instructor', { title: 'Brand new' });
    await press('button', '1 new');
    await until(async () => (await focused(page)).includes('Brand new'));
    expect(await page.evaluate('document.activeElement.localName')).toBe('article');
  });

  test('after a time of quiet was ended, and an application unmuted', async () => {
    await page.goto(`${server.url}/preferences`);
    await press('button', 'For 1 hour');
    await press('button', 'End now');
    await focusIs('h2: Do not disturb');
  });
});

test('Escape closes the panel wherever the focus is, and gives it back to the bell', async () => {
  const bellName = /^button: Notifications/;
  const places = [
    () => panel().getByRole('heading').first().focus(),
    () => page.getByRole('link', { name: 'Applications', exact: true }).focus(),
    () => page.getByRole('button', { name: 'Mark all as read' }).focus(),
    () => page.evaluate('document.activeElement.blur()'),
  ];
  for (const goThere of places) {
    await openPanel();
    await goThere();
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'hidden' });
    expect(await focused(page)).toMatch(bellName);
  }
});

describe('nothing comes to lie below the header', () => {
  const headerEnd = () =>
    page.evaluate<number>(`document.querySelector('header').getBoundingClientRect().bottom`);
  const topOf = (element: string) => page.evaluate<number>(`${element}.getBoundingClientRect().top`);

  test.each([
    ['a usual window', 780],
    ['a low one', 420],
  ])('that the keyboard walks to, in %s', async (_, height) => {
    await page.setViewportSize({ width: 1180, height });
    await page.getByRole('article').first().focus();
    const keys = [...Array<string>(14).fill('PageDown'), ...Array<string>(13).fill('PageUp')];
    for (const key of keys) {
      await page.keyboard.press(key);
      expect(await topOf('document.activeElement')).toBeGreaterThanOrEqual(await headerEnd());
    }
    await page.setViewportSize({ width: 1180, height: 780 });
  });

  test('and no row is skipped when Space turns the page', async () => {
    await page.evaluate('document.activeElement.blur()');
    for (let turn = 0; turn < 3; turn++) {
      // The first row that is not all in view is to be read next.
      const next = await page.evaluate<number>(`
        [...document.querySelectorAll('article')].findIndex((row) => row.getBoundingClientRect().bottom > window.innerHeight)
      `);
      const before = await page.evaluate<number>('window.scrollY');
      await page.keyboard.press('Space');
      await until(() => page.evaluate<boolean>(`window.scrollY > ${before}`));
      let seen = NaN;
      await until(async () => {
        const [last, now] = [seen, await topOf('document.body')];
        seen = now;
        // Longer than a frame of a busy machine: it glides there.
        await page.waitForTimeout(300);
        return last === now;
      });
      expect(await topOf(`document.querySelectorAll('article')[${next}]`)).toBeGreaterThanOrEqual(
        await headerEnd(),
      );
    }
  });

  test.each(['do-not-disturb', 'quiet-hours', 'muted', 'language'])(
    'that an address names: #%s',
    async (place) => {
      await page.goto(`${server.url}/preferences#${place}`);
      await until(async () => (await page.evaluate('document.activeElement.id')) === place);
      expect(await topOf('document.activeElement')).toBeGreaterThanOrEqual(await headerEnd());
    },
  );
});
