import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { send } from '../support/acts.ts';
import { bell, openBrowser, signInAs } from '../support/browser/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  await send(server, 'candidate', { title: 'مرحبا بالعالم', message: 'Read <b>this</b> 🎉' });
  await send(server, 'candidate', {
    title: 'Merge what was changed',
    message: 'Two files.',
    severity: 'URGENT',
    actor: { name: 'Casey Okafor' },
    subject: { type: 'pull_request', id: '7', label: 'Lower strings', url: '/' },
    actions: [
      { id: 'merge', label: 'Merge it', style: 'PRIMARY' },
      { id: 'close', label: 'Close it', style: 'DANGER' },
    ],
  });
  ({ page } = await signInAs(browser, server.url, { account: 'candidate' }));
  await bell(page, 2).waitFor();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What assistive technology is told, but for what differs each time: when it was, and which id it has. */
async function heard(place: Locator): Promise<string> {
  const tree = await place.ariaSnapshot();
  return tree
    .replaceAll(/- time: .*/g, '- time: …')
    .replaceAll(/\/notifications\/[\w-]+(#why)?$/gm, '/notifications/…$1');
}

/** As names that are part of a sentence are: by themselves, so that they turn nothing around. */
const ARABIC = '\u2068مرحبا بالعالم\u2069';

/** Both rows, as they are heard wherever they stand. @param above what only one place has in them, at their top */
const rows = (above: { question?: string; greeting?: string } = {}) => `
    - 'article "Unread: Urgent: Merge what was changed"':${above.question ?? ''}
      - 'link "Unread: Urgent: Merge what was changed"':
        - /url: /
      - paragraph: Two files.
      - 'button "Merge it: Merge what was changed"': Merge it
      - 'button "Close it: Merge what was changed"': Close it
      - paragraph:
        - time: …
        - text: by Casey Okafor
        - link "All about Lower strings":
          - /url: /notifications?subject=pull_request:7
        - link "Details":
          - /url: /notifications/…
      - 'button "Mark as read: Merge what was changed"'
      - 'button "Archive: Merge what was changed"'
      - 'button "Snooze: Merge what was changed"'
      - 'button "Pin: Merge what was changed"'
      - 'button "More: Merge what was changed"'
    - 'article "Unread: مرحبا بالعالم"':${above.greeting ?? ''}
      - 'link "Unread: مرحبا بالعالم"':
        - /url: /notifications/…
      - paragraph: Read <b>this</b> 🎉
      - paragraph:
        - time: …
      - 'button "Mark as read: ${ARABIC}"'
      - 'button "Archive: ${ARABIC}"'
      - 'button "Snooze: ${ARABIC}"'
      - 'button "Pin: ${ARABIC}"'
      - 'button "More: ${ARABIC}"'`;

/** On their page they can be selected, and the first begins a day. */
const IN_LIST = {
  question: `
      - heading "Today" [level=2]
      - 'checkbox "Select: Merge what was changed"'`,
  greeting: `
      - 'checkbox "Select: ${ARABIC}"'`,
};

test('the bell', async () => {
  expect(await heard(page.getByRole('banner'))).toBe(`- banner:
  - link "Carillon, home":
    - /url: /applications
    - text: Carillon
  - navigation "Main":
    - link "Applications":
      - /url: /applications
    - link "Notifications":
      - /url: /notifications
  - status
  - button "Notifications, 2 unread"
  - 'button "Account: Casey Morgan"'`);
});

test('the panel', async () => {
  await bell(page, 2).click();
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  await panel.getByRole('article').nth(1).waitFor();
  expect(await heard(panel)).toBe(`- dialog "Notifications":
  - heading "Notifications" [level=2]
  - button "Mark all read"
  - link "Preferences":
    - /url: /preferences
  - status
  - feed "Latest notifications":${rows()}
  - link "See all notifications":
    - /url: /notifications`);
  await page.keyboard.press('Escape');
});

test('the list', async () => {
  await page.goto(`${server.url}/notifications`);
  await page.getByRole('article').nth(1).waitFor();
  expect(await heard(page.getByRole('main'))).toBe(`- main:
  - heading "Notifications" [level=1]
  - text: 2 unread
  - button "Recent changes"
  - button "Mark all as read"
  - search "Notifications":
    - searchbox "Search notifications"
  - navigation "Show notifications":
    - link "All":
      - /url: /notifications
    - link "Unread 2 unread":
      - /url: /notifications?show=unread
    - link "Read":
      - /url: /notifications?show=read
    - link "Snoozed":
      - /url: /notifications?show=snoozed
    - link "Archived":
      - /url: /notifications?show=archived
  - list "Filters":
    - listitem:
      - button "Filter by category": Category
    - listitem:
      - link "General 2 unread":
        - /url: /notifications?category=general
    - listitem:
      - button "Filter by importance": Importance
    - listitem:
      - button "Filter by time": Time
  - status
  - status
  - status
  - feed "Notifications":${rows(IN_LIST)}
  - paragraph: Nothing is open here
  - paragraph: The details of a notification show on this side.`);
});

test('the palette', async () => {
  await page.getByRole('article').first().focus();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('archive');
  expect(await heard(page.getByRole('dialog', { name: 'Command palette' }))).toBe(`- dialog "Command palette":
  - combobox "Find a command or a page" [expanded]: archive
  - button "Close"
  - listbox "Commands and pages":
    - option "Archive it, or move it back to the inbox , This notification" [selected]
    - option "Archived , Notifications"
    - option "Search notifications for “archive” , Search"
  - status: 2 found`);
});
