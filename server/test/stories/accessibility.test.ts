import { afterAll, beforeAll, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { decide, listOf, send, sendMany, submit } from '../support/acts.ts';
import { openBrowser, openTab, screenshot, signInAs } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { instructor } from '../support/token.ts';
import { until } from '../support/until.ts';

const SCHEMES = ['light', 'dark'] as const;

let server: TestServer;
let browser: Browser;
let applicationId: string;
let notificationId: string;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  applicationId = await submit(server, 'candidate', 'instructor', 'Viola');
  const decided = await submit(server, 'candidate', 'instructor', 'Oboe');
  await decide(server, instructor('instructor'), decided, 'reject');
  await sendMany(server, 'instructor', 3);
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

/** What axe finds wrong with the page as it stands, each as one line. */
async function violations(page: Page): Promise<string[]> {
  await until(() =>
    page.evaluate<boolean>('document.getAnimations().every((a) => a.playState !== "running")'),
  );
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run(document)');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

test.each(SCHEMES)(
  'no page has anything that axe objects to, in %s',
  async (scheme) => {
    const found: Record<string, string[]> = {};
    const check = async (name: string, page: Page) => {
      const problems = await violations(page);
      if (problems.length > 0) found[name] = problems;
      await screenshot(page, `axe-${name}-${scheme}`);
    };

    const stranger = await browser.newContext({ colorScheme: scheme, reducedMotion: 'reduce' });
    const door = await openTab({ context: stranger, troubles: [] }, server.url);
    await door.getByRole('heading', { level: 1 }).waitFor();
    await check('sign-in', door);
    await stranger.close();

    const { page, context } = await signInAs(browser, server.url, { account: 'instructor', scheme });
    const visit = async (name: string, path: string, sign: string) => {
      await page.goto(server.url + path);
      await page.getByText(sign).first().waitFor();
      await check(name, page);
    };
    await visit('applications', '/applications', 'Viola');
    await visit('review', `/applications/${applicationId}`, 'Your decision');
    await visit('notifications', '/notifications', 'No. 1');
    await visit('unread', '/notifications?show=unread', 'No. 1');
    await visit('read', '/notifications?show=read', 'No. 3');
    await visit('archived', '/notifications?show=archived', 'مرحبا بالعالم');
    await visit('detail', `/notifications/${notificationId}`, 'Mark as unread');
    await visit('why', `/notifications/${notificationId}#why`, 'Preferences');
    await visit('preferences', '/preferences', 'Browser notifications');
    await page.getByRole('button', { name: 'For 1 hour' }).click();
    await page.getByRole('button', { name: 'Until…' }).click();
    await page.getByRole('switch', { name: 'E-mail for General' }).click({ force: true });
    await page.getByRole('switch', { name: 'Quiet hours' }).click({ force: true });
    await page.getByRole('combobox', { name: 'Time zone' }).waitFor();
    await check('preferences-changed', page);
    await page.getByRole('combobox', { name: 'Time zone' }).scrollIntoViewIfNeeded();
    await page.getByRole('combobox', { name: 'Time zone' }).fill('berlin');
    await check('time-zone', page);
    await page.keyboard.press('Escape');
    // By the keyboard: a forced click goes to whatever lies there.
    const quietHours = page.getByRole('switch', { name: 'Quiet hours' });
    await quietHours.focus();
    await page.keyboard.press('Space');
    await until(async () => !(await quietHours.isChecked()));
    await page.getByRole('button', { name: /^Notifications, / }).click();
    await page.getByText('Do not disturb until').first().waitFor();
    await check('panel-quiet', page);
    await page.getByRole('dialog').getByRole('button', { name: 'End now' }).click();
    await page.keyboard.press('Escape');
    const isReset = page.waitForResponse(
      (response) => !!response.request().postData()?.includes('ResetPreferences'),
    );
    await page.getByRole('button', { name: 'Back to defaults' }).click();
    await isReset;

    await page.goto(`${server.url}/notifications`);
    await page.getByRole('article').first().focus();
    await check('focused-row', page);
    await page.keyboard.press('Delete');
    await page.getByRole('dialog').waitFor();
    await check('question', page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await check('undo', page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await send(server, 'instructor', { title: 'Ring' });
    await page.locator('.arrival-toast').waitFor();
    await check('arrival', page);
    await page.getByRole('button', { name: /^Notifications, / }).click();
    await page.getByRole('dialog', { name: 'Notifications' }).getByRole('article').first().waitFor();
    await check('panel', page);
    await context.close();

    const author = await signInAs(browser, server.url, { account: 'candidate', scheme });
    await author.page.goto(`${server.url}/applications/new`);
    await author.page.getByLabel('Title').waitFor();
    await check('new-application', author.page);
    await author.context.close();

    const phone = await signInAs(browser, server.url, {
      account: 'instructor',
      scheme,
      width: 320,
      height: 640,
      touch: true,
    });
    await phone.page.goto(`${server.url}/notifications`);
    await phone.page.getByRole('article').first().waitFor();
    await check('phone', phone.page);
    await phone.page.getByRole('button', { name: /^Notifications, / }).tap();
    await phone.page.getByRole('dialog', { name: 'Notifications' }).getByRole('article').first().waitFor();
    await check('phone-panel', phone.page);
    await phone.page.goto(`${server.url}/preferences#general`);
    await phone.page.getByRole('switch', { name: 'Ring for General' }).waitFor();
    await check('phone-preferences', phone.page);
    await phone.page.goto(`${server.url}/notifications/${notificationId}#why`);
    await phone.page.getByText('Preferences').first().waitFor();
    await check('phone-why', phone.page);
    await phone.context.close();

    expect(found).toEqual({});
  },
  180_000,
);
