import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { decide, send, submit } from '../support/acts.ts';
import {
  axeProblems,
  inPage,
  misfits,
  openBrowser,
  openContext,
  openTab,
  overflows,
  screenshot,
} from '../support/browser/browser.ts';
import { speakPseudo } from '../support/browser/pseudo-words.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { instructor } from '../support/token.ts';
import { until } from '../support/until.ts';

const HARD_CODED = inPage('./hard-coded.js');

/** What people called things here, whatever language is spoken. */
const THEIRS = [
  'New application from Casey Morgan',
  'Merge what was changed',
  'Graded',
  'Viola',
  'Oboe',
  'Carillon',
];

let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let applicationId: string;
let [questionId, grownId] = ['', ''];
const troubles: string[] = [];

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  applicationId = await submit(server, 'candidate', 'instructor', 'Viola');
  const decided = await submit(server, 'candidate', 'instructor', 'Oboe');
  await decide(server, instructor('instructor'), decided, 'reject');
  questionId = await send(server, 'instructor', {
    title: 'Merge what was changed',
    severity: 'URGENT',
    actor: { name: 'Casey Okafor' },
    subject: { type: 'pull_request', id: '7', label: 'Tune the strings', url: '/' },
    actions: [{ id: 'merge', label: 'Merge it', style: 'PRIMARY' }],
  });
  grownId = await send(server, 'instructor', { severity: 'HIGH', url: 'https://example.com/' });
}, 120_000);

afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Whatever the page is called in its language. */
async function signIn(page: Page, account: string): Promise<void> {
  await page.locator('input[name=email]').fill(`${account}@example.com`);
  await page.locator('input[name=password]').fill('carillon');
  await page.locator('form button[type=submit]').click();
  await page.locator('header.top').waitFor();
}

const langOf = (page: Page) => page.evaluate<string>('document.documentElement.lang');
const dirOf = (page: Page) => page.evaluate<string>('document.documentElement.dir');
const isSaid = (page: Page, words: string) => page.getByText(words).first().waitFor();

describe('in a language that nobody speaks', () => {
  const found: Record<string, string[]> = {};
  let page: Page;
  const check = async (name: string) => {
    await page.waitForLoadState('networkidle');
    const words = await page.evaluate<string[]>(`${HARD_CODED}(${JSON.stringify(THEIRS)})`);
    if (words.length > 0) found[name] = words;
    await screenshot(page, `pseudo-${name}`);
  };
  const visit = async (name: string, path: string) => {
    await page.goto(server.url + path);
    await page.locator('main h1').waitFor();
    await check(name);
  };

  test('nothing on any page is said in words that are not of the catalogue', async () => {
    context = await openContext(browser);
    await speakPseudo(context);
    page = await openTab({ context, troubles }, server.url);
    await page.locator('form').waitFor();
    await page.locator('form button[type=submit]').click();
    await page.locator('.field-error').first().waitFor();
    await check('sign-in');
    await signIn(page, 'instructor');
    await page.locator('.app-row').first().waitFor();
    await check('applications');
    await page.locator('.menu-button').click();
    await check('menu');
    await page.keyboard.press('Escape');
    await page.locator('.bell').click();
    await page.locator('.panel .note').first().waitFor();
    await check('panel');
    await page.keyboard.press('Escape');
    await visit('application', `/applications/${applicationId}`);
    await page.locator('form button[type=submit]').click();
    await check('decision');
    await visit('new', '/applications/new');
    await page.locator('form button[type=submit]').click();
    await check('new-problems');
    await visit('no-application', '/applications/none');
    await visit('rejected', '/applications?status=approved');
    await visit('nowhere', '/nowhere');
    await visit('inbox', '/notifications');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.locator('.bulk-bar').waitFor();
    await check('selected');
    await page.keyboard.press('s');
    await page.keyboard.press('Escape');
    await page.locator('[aria-haspopup=dialog]').last().click();
    await page.locator('.recent').waitFor();
    await check('recent');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.locator('.undo-toast').waitFor();
    await check('undo');
    await page.keyboard.press('z');
    for (const show of ['unread', 'read', 'snoozed', 'archived'])
      await visit(show, `/notifications?show=${show}`);
    await visit('nothing-found', '/notifications?search=nobody');
    await visit(
      'narrowed',
      '/notifications?category=general&severity=URGENT&since=2020-01-01&until=2099-01-01&subject=pull_request:7',
    );
    await visit('question', `/notifications/${questionId}#why`);
    await page.locator('.why-list').waitFor();
    await check('why');
    await visit('external', `/notifications/${grownId}`);
    await page.locator('.detail-actions [data-command=snooze]').click();
    await page.locator('[role=menu]').waitFor();
    await check('snooze');
    await page.locator('[role=menuitem]').last().click();
    await page.locator('dialog').waitFor();
    await check('snooze-until');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.locator('.palette').waitFor();
    await check('palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.locator('.key-help').waitFor();
    await check('help');
    await page.keyboard.press('Escape');
    await visit('no-notification', '/notifications/0198c0de-0000-7000-8000-000000000000');
    await visit('preferences', '/preferences');
    await page.locator('#quiet-hours input[type=checkbox]').click();
    await page.locator('.hours').waitFor();
    await page.locator('.hours input[type=radio]').last().click();
    await page.locator('#do-not-disturb .choices button').last().click();
    await page.locator('.inline-form').waitFor();
    await page.locator('.matrix select').first().selectOption('DAILY');
    await page.locator('.digest-time').waitFor();
    await check('preferences-changed');
    await page.locator('#do-not-disturb .choices button').first().click();
    await page.locator('.quiet-now').waitFor();
    await check('quiet');
    expect(found).toEqual({});
  }, 300_000);
});

describe('for somebody whose browser asks for German', () => {
  test('every page is in it from the first moment, and only its words are fetched', async () => {
    context = await openContext(browser, { locale: 'de-CH' });
    const page = await openTab({ context, troubles }, server.url);
    await isSaid(page, 'Bei Carillon anmelden');
    expect([await langOf(page), await dirOf(page)]).toEqual(['de', 'ltr']);
    const catalogues = await page.evaluate<string[]>(
      'performance.getEntriesByType("resource").map(({ name }) => name.split("/").pop()).filter((name) => /^words-/.test(name))',
    );
    expect(catalogues).toContainEqual(expect.stringMatching(/^words-de-first/));
    expect(catalogues.filter((name) => !name.startsWith('words-de-'))).toEqual([]);
    await signIn(page, 'candidate2');
    await isSaid(page, 'Noch keine Bewerbungen');
    // What declared types say, and e-mails, are in it too.
    await until(async () => {
      const [row] = await server.sql<{ language: string }>(
        `select language from preferences where user_id = 'candidate2'`,
      );
      return row?.language === 'de';
    });
  }, 60_000);

  test('before anything of ours has run, the page says that it is German', async () => {
    context = await openContext(browser, { locale: 'de-CH' });
    await context.route(/\/assets\/(?!before-paint)[^/]*\.js$/, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(server.url, { waitUntil: 'domcontentloaded' });
    expect(await page.locator('#root').innerHTML()).toBe('');
    expect(await langOf(page)).toBe('de');
  }, 60_000);
});

describe('in Arabic', () => {
  test('every open tab turns around when it is chosen, and the door is in it afterwards', async () => {
    context = await openContext(browser);
    const page = await openTab({ context, troubles }, server.url);
    await signIn(page, 'instructor2');
    await submit(server, 'candidate', 'instructor2', 'Bassoon');
    const other = await openTab({ context, troubles }, `${server.url}/notifications`);
    await isSaid(other, 'New application from');
    await page.goto(`${server.url}/preferences`);
    await page.getByRole('radio', { name: 'العربية' }).click();
    await page.getByRole('heading', { name: 'ما يصل إليك' }).waitFor();
    expect([await langOf(page), await dirOf(page)]).toEqual(['ar', 'rtl']);
    await isSaid(other, 'طلب جديد من');
    expect([await langOf(other), await dirOf(other)]).toEqual(['ar', 'rtl']);

    const problems: Record<string, string[]> = {};
    const look = async (name: string, seen: Page) => {
      const flaws = [
        ...(await axeProblems(seen)),
        ...(await misfits(seen)),
        ...((await overflows(seen)) ? ['scrolls sideways'] : []),
      ];
      if (flaws.length > 0) problems[name] = flaws;
      await screenshot(seen, `arabic-${name}`);
    };
    await look('preferences', page);
    await look('inbox', other);
    await other.locator('.bell').click();
    await other.locator('.panel .note').first().waitFor();
    await look('panel', other);
    await other.keyboard.press('Escape');
    for (const path of ['/notifications', '/applications', '/preferences']) {
      await other.setViewportSize({ width: 320, height: 640 });
      await other.goto(server.url + path);
      await other.locator('main h1').waitFor();
      await other.waitForLoadState('networkidle');
      await look(`phone${path.replace('/', '-')}`, other);
    }
    expect(problems).toEqual({});

    await page.locator('.menu-button').click();
    await page.getByRole('menuitem').last().click();
    await isSaid(page, 'تسجيل الدخول إلى Carillon');
    await look('sign-in', page);
    expect(problems).toEqual({});
  }, 120_000);
});

test('nothing went wrong behind the scenes', () => {
  expect(troubles.filter((trouble) => !trouble.includes('Failed to load resource'))).toEqual([]);
});
