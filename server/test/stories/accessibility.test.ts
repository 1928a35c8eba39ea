import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { decide, listOf, send, sendMany, submit } from '../support/acts.ts';
import {
  axeProblems,
  misfits,
  openBrowser,
  openContext,
  openTab,
  overflows,
  screenshot,
  signInAs,
  type PersonOptions,
} from '../support/browser/browser.ts';
import { commentsBy } from '../support/grouping.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { instructor } from '../support/token.ts';
import { until } from '../support/until.ts';

const PHONE = { width: 320, height: 640 };
/** As people see it who have set up their browser, or their eyes, in another way. */
const MODES: Record<string, Omit<PersonOptions, 'account'>> = {
  light: { scheme: 'light' },
  dark: { scheme: 'dark' },
  phone: { ...PHONE, touch: true },
  'forced-colours': { forcedColors: true },
  'large-text': { ...PHONE, textSize: 200 },
  'large-text-on-a-desk': { textSize: 200 },
  // A window of 1280 by 1024 pixels, all of it four times as large (WCAG 1.4.10).
  magnified: { width: 320, height: 256 },
};
/** What axe looks at differs in these: colours, and what stands where for how large a finger. */
const MODES_FOR_AXE = ['light', 'dark', 'phone'];

let server: TestServer;
let browser: Browser;
let applicationId: string;
let notificationId: string;
let [questionId, grownId] = ['', ''];

/** All that a row can have, and long. */
const QUESTION = {
  title: 'Merge what was changed',
  severity: 'URGENT',
  actor: { name: 'Casey Okafor' },
  subject: { type: 'pull_request', id: '7', label: 'Tune the lower strings before the concert', url: '/' },
  actions: [
    { id: 'merge', label: 'Merge it as it is, and tell everybody', style: 'PRIMARY' },
    { id: 'later', label: 'Ask me again when the tests are through' },
    { id: 'review', label: 'Look at it together first', asksForComment: true },
    { id: 'close', label: 'Close it, without merging anything', style: 'DANGER' },
  ],
};

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  applicationId = await submit(server, 'candidate', 'instructor', 'Viola');
  const decided = await submit(server, 'candidate', 'instructor', 'Oboe');
  await decide(server, instructor('instructor'), decided, 'approve');
  await send(server, 'instructor', {
    ...QUESTION,
    title: 'Read what was changed',
    severity: 'LOW',
    actions: [],
  });
  grownId = await commentsBy(server, 'instructor', ['Casey', 'Ana', 'Ben', 'Iris Lindqvist', 'Robin']);
  questionId = await send(server, 'instructor', QUESTION);
  await sendMany(server, 'instructor', 3, { severity: 'HIGH' });
  await send(server, 'instructor', { title: 'مرحبا بالعالم', url: 'https://example.com/' });
  const [archived, read] = await listOf(server, instructor('instructor'));
  notificationId = read!.id;
  const act = (operation: string) => server.ask(`mutation { ${operation} }`, {}, instructor('instructor'));
  await act(`archiveNotifications(ids: ["${archived!.id}"]) { affectedCount }`);
  await act(`markAsRead(id: "${read!.id}") { notification { id } }`);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What else makes a page hard to find one's way in. */
async function flaws(page: Page, title: string): Promise<string[]> {
  const headings = await page.locator('h1').count();
  const shownTitle = (await page.title()).replace(/^\(\d+\) /, '');
  return [
    ...(await misfits(page)),
    ...((await overflows(page)) ? ['scrolls sideways'] : []),
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...(shownTitle === `${title} · Carillon` ? [] : [`title: ${shownTitle}`]),
  ];
}

describe.each(Object.entries(MODES))('in %s', (mode, options) => {
  const found: Record<string, string[]> = {};
  const check = async (name: string, page: Page, title: string) => {
    await until(() =>
      page.evaluate<boolean>('document.getAnimations().every((a) => a.playState !== "running")'),
    );
    const problems = await flaws(page, title);
    if (MODES_FOR_AXE.includes(mode)) problems.push(...(await axeProblems(page)));
    if (problems.length > 0) found[name] = problems;
    await screenshot(page, `${mode}-${name}`);
  };
  const visit = async (page: Page, name: string, path: string, title: string, sign: string) => {
    await page.goto(server.url + path);
    // A locator looks ever more seldom, and there are many pages.
    const isThere = `document.body.innerText.includes(${JSON.stringify(sign)})`;
    await until(() => page.evaluate<boolean>(isThere), { timeoutMs: 30_000 });
    await check(name, page, title);
  };
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    ({ context, page } = await signInAs(browser, server.url, { ...options, account: 'instructor' }));
  }, 60_000);
  afterAll(() => context?.close());
  afterEach(() => {
    const problems = { ...found };
    for (const name of Object.keys(found)) delete found[name];
    expect(problems).toEqual({});
  });

  test('whoever is not signed in, or about to write', async () => {
    const stranger = await openContext(browser, options);
    const door = await openTab({ context: stranger, troubles: [] }, server.url);
    await door.getByLabel('E-mail').waitFor();
    await check('sign-in', door, 'Sign in');
    await door.getByRole('button', { name: 'Sign in', exact: true }).click();
    await door.getByText('Please enter your password').waitFor();
    await check('sign-in-problems', door, 'Sign in');
    await stranger.close();

    const author = await signInAs(browser, server.url, { ...options, account: 'candidate' });
    await visit(author.page, 'new-application', '/applications/new', 'New application', 'Who decides?');
    await author.page.getByRole('button', { name: 'Submit' }).click();
    await author.page.getByRole('combobox').click();
    await author.page.getByRole('option').first().waitFor();
    await check('new-application-problems', author.page, 'New application');
    await author.context.close();
  }, 120_000);

  test('every page', async () => {
    await visit(page, 'applications', '/applications', 'Applications', 'Viola');
    await visit(
      page,
      'no-applications',
      '/applications?status=rejected',
      'Applications',
      'Nothing with this',
    );
    await visit(page, 'application', `/applications/${applicationId}`, 'Viola', 'Your decision');
    await visit(page, 'notifications', '/notifications', 'Notifications', 'No. 1');
    await visit(page, 'unread', '/notifications?show=unread', 'Notifications', 'No. 1');
    await visit(page, 'read', '/notifications?show=read', 'Notifications', 'No. 3');
    await visit(page, 'archived', '/notifications?show=archived', 'Notifications', 'مرحبا بالعالم');
    await visit(page, 'narrowed', '/notifications?subject=pull_request:7', 'Notifications', QUESTION.title);
    await visit(page, 'asking', `/notifications/${questionId}`, QUESTION.title, 'More about');
    await visit(page, 'grown', `/notifications/${grownId}`, 'Said of the post', 'by Robin');
    await visit(page, 'notification', `/notifications/${notificationId}`, 'No. 3', 'Mark as unread');
    await visit(page, 'why', `/notifications/${notificationId}#why`, 'No. 3', 'E-mail:');
    await visit(page, 'preferences', '/preferences', 'Preferences', 'Browser notifications');
  }, 120_000);

  test('what is not there, and what does not come', async () => {
    await visit(page, 'no-page', '/nowhere', 'There is no such page', 'no such page');
    const noApplication = 'This application is not there';
    await visit(page, 'no-application', '/applications/nobody', noApplication, noApplication);
    const noNotification = 'This notification is not there';
    await visit(page, 'no-notification', `/notifications/${applicationId}`, noNotification, noNotification);

    await page.goto(`${server.url}/applications`);
    await page.getByText('Viola').waitFor();
    await page.route('**/assets/preferences-*.js', (route) => route.abort());
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Preferences' }).click();
    await page.getByText('Carillon may have been updated').waitFor();
    await check('page-not-loaded', page, 'This page could not be loaded');
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Load it again' }).click();
    await page.getByRole('heading', { name: 'Preferences', exact: true }).waitFor();

    await page.route('**/graphql', (route) => route.abort());
    await page.goto(`${server.url}/applications`);
    await page.getByText('The server cannot be reached').waitFor();
    await screenshot(page, `${mode}-unreachable`);
    expect(await page.locator('h1').count()).toBe(1);
    await page.unrouteAll();
    // An answer that nobody expects: a name that is none.
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(/"name":"[^"]*"/g, '"name":null');
      await route.fulfill({ response, body });
    });
    await page.goto(`${server.url}/applications`);
    await page.getByText('Something broke').waitFor();
    await check('crash', page, 'Something broke');
    await page.unrouteAll();
  }, 120_000);

  test('preferences that are being changed', async () => {
    await page.goto(`${server.url}/preferences`);
    await page.getByRole('button', { name: 'For 1 hour' }).click();
    await page.getByRole('button', { name: 'Until…' }).click();
    await page.getByRole('switch', { name: 'E-mail for General' }).click();
    await page.getByRole('switch', { name: 'Quiet hours' }).click();
    await page.getByRole('combobox', { name: 'Time zone' }).waitFor();
    await check('preferences-changed', page, 'Preferences');
    await page.getByText('Each day its own').click();
    const pace = page.getByRole('combobox', { name: 'How soon e-mails about Applications come' });
    await pace.selectOption('Weekly');
    await page.getByRole('combobox', { name: 'Day of weekly digests' }).waitFor();
    await check('weekdays', page, 'Preferences');
    await pace.selectOption('At once');
    await page.getByText('Every day the same').click();
    await page.getByRole('combobox', { name: 'Time zone' }).fill('berlin');
    await page.getByRole('option', { name: 'Europe/Berlin' }).waitFor();
    await check('time-zone', page, 'Preferences');
    await page.keyboard.press('Escape');
    const quietHours = page.getByRole('switch', { name: 'Quiet hours' });
    await quietHours.click();
    await until(async () => !(await quietHours.isChecked()));
    await page.getByRole('button', { name: /^Notifications, / }).click();
    const panel = page.getByRole('dialog', { name: 'Notifications' });
    await panel.getByText('Do not disturb until').waitFor();
    await check('panel-quiet', page, 'Preferences');
    await panel.getByRole('button', { name: 'End now' }).click();
    await panel.getByText('Do not disturb until').waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    const isReset = page.waitForResponse(
      (response) => !!response.request().postData()?.includes('ResetPreferences'),
    );
    await page.getByRole('button', { name: 'Back to defaults' }).click();
    await isReset;
    await page.getByText('Back to defaults: one choice changed').waitFor();
  }, 120_000);

  test('what opens, asks and passes by', async () => {
    await page.goto(`${server.url}/notifications`);
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menu').waitFor();
    await check('menu', page, 'Notifications');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Filter by category' }).click();
    await page.getByRole('menuitem').first().waitFor();
    await check('categories', page, 'Notifications');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: `Look at it together first: ${QUESTION.title}` }).click();
    await page.getByRole('textbox', { name: /^Comment on/ }).waitFor();
    await check('comment', page, 'Notifications');
    await page.keyboard.press('Escape');
    await page.getByRole('article').first().focus();
    await check('focused-row', page, 'Notifications');
    await page.keyboard.press('h');
    await page.getByRole('menuitem', { name: 'Another time…' }).click();
    await page.getByRole('dialog').waitFor();
    await check('question', page, 'Notifications');
    await page.keyboard.press('Escape');
    await page.getByRole('article').first().focus();
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await check('undo', page, 'Notifications');
    await page.getByRole('button', { name: 'Undo' }).click();
    await send(server, 'instructor', { ...QUESTION, title: 'Ring', message: 'W'.repeat(120) });
    await page.locator('.arrival-toast').waitFor();
    await check('arrival', page, 'Notifications');
    await page.getByRole('button', { name: /^Notifications, / }).click();
    await page.getByRole('dialog', { name: 'Notifications' }).getByRole('article').first().waitFor();
    await check('panel', page, 'Notifications');
  }, 120_000);
});
