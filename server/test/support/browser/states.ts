// Every page and state of the web client, as its reader comes to it. Each is told by what can be seen when it is there.
import type { Page, Request, Route } from 'playwright-core';
import { until } from '../until.ts';

export interface State {
  name: string;
  path: string;
  /** Of whoever has no inbox worth speaking of; left out: of the one that has everything. */
  reader?: 'stranger' | 'newcomer';
  /** What is in the way of the network. */
  network?: (page: Page) => Promise<unknown>;
  /** What is done once the page is there. */
  open?: (page: Page) => Promise<unknown>;
  /** A text that it has. */
  sign: string;
  /** Leaves everything as it was. */
  close?: (page: Page) => Promise<unknown>;
}

/** What the list of states speaks of. */
export interface Known {
  /** That asks something, is urgent, has an actor and is about something. */
  questionId: string;
  question: string;
  applicationId: string;
  ring: () => Promise<unknown>;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const firstRow = (page: Page) => page.getByRole('article').first();
const isAskedFor = (name: string, request: Request) =>
  (request.postData() ?? '').includes(`"operationName":"${name}"`);

/** Those with this operation. */
const onOperation = (name: string, handle: (route: Route) => Promise<void>) => async (page: Page) => {
  await page.route('**/graphql', (route) =>
    isAskedFor(name, route.request()) ? handle(route) : route.fallback(),
  );
};

const openPalette = async (page: Page) => {
  await firstRow(page).focus();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command or a page' }).waitFor();
};

const NOTIFICATIONS = '/notifications';

const sign = (page: Page) => button(page, 'Sign in').click();

const OUTSIDE: State[] = [
  { name: 'sign-in', path: '/', reader: 'stranger', sign: 'Sign in to Carillon' },
  {
    name: 'sign-in, refused',
    path: '/',
    reader: 'stranger',
    open: async (page) => {
      await page.getByLabel('E-mail').fill('nobody@example.com');
      await page.getByLabel('Password', { exact: true }).fill('wrong');
      await sign(page);
    },
    sign: 'E-mail or password is not right',
  },
  {
    name: 'sign-in, left empty',
    path: '/',
    reader: 'stranger',
    open: sign,
    sign: 'Please enter your password',
  },
];

const lists = ({ question }: Known): State[] => [
  { name: 'inbox', path: NOTIFICATIONS, sign: question },
  { name: 'inbox, empty', path: NOTIFICATIONS, reader: 'newcomer', sign: 'Nothing has happened yet' },
  {
    name: 'inbox, loading',
    path: NOTIFICATIONS,
    network: onOperation('Notifications', () => new Promise(() => undefined)),
    open: (page) => page.getByRole('status', { name: 'Loading' }).first().waitFor(),
    sign: 'Archived',
  },
  {
    name: 'inbox, failed',
    path: NOTIFICATIONS,
    network: onOperation('Notifications', (route) => route.abort()),
    sign: 'This did not load',
  },
  { name: 'unread', path: `${NOTIFICATIONS}?show=unread`, sign: 'No. 3' },
  {
    name: 'archive, empty',
    path: `${NOTIFICATIONS}?show=archived`,
    reader: 'newcomer',
    sign: 'archive is empty',
  },
  { name: 'narrowed', path: `${NOTIFICATIONS}?subject=pull_request:7&severity=URGENT`, sign: question },
  {
    name: 'narrowed to nothing',
    path: `${NOTIFICATIONS}?category=none`,
    sign: 'Nothing that passes the filter',
  },
  { name: 'searched', path: `${NOTIFICATIONS}?search=merge`, sign: question },
  { name: 'searched in vain', path: `${NOTIFICATIONS}?search=xylophone`, sign: 'Nothing here matches' },
];

const pages = ({ questionId, applicationId, question }: Known): State[] => [
  { name: 'notification', path: `${NOTIFICATIONS}/${questionId}`, sign: 'More about' },
  { name: 'why', path: `${NOTIFICATIONS}/${questionId}#why`, sign: 'E-mail:' },
  { name: 'applications', path: '/applications', sign: 'Viola' },
  { name: 'application', path: `/applications/${applicationId}`, sign: 'Your decision' },
  { name: 'preferences', path: '/preferences', sign: 'Single-key shortcuts' },
  { name: 'no such page', path: '/nowhere', sign: 'There is no such page' },
  { name: 'no such notification', path: `${NOTIFICATIONS}/nobody`, sign: 'This notification is not there' },
  {
    name: 'crash',
    path: NOTIFICATIONS,
    // A name that is none, which nobody expects.
    network: (page) =>
      page.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replaceAll(/"name":"[^"]*"/g, '"name":null');
        await route.fulfill({ response, body });
      }),
    sign: 'Something broke',
  },
  {
    name: 'comment',
    path: NOTIFICATIONS,
    open: (page) => button(page, `Look at it together first: ${question}`).click(),
    sign: 'Comment on',
  },
];

const layers = ({ ring }: Known): State[] => [
  {
    name: 'panel',
    path: '/applications',
    open: (page) => button(page, /^Notifications/).click(),
    sign: 'See all',
  },
  {
    name: 'panel, empty',
    path: '/applications',
    reader: 'newcomer',
    open: (page) => button(page, /^Notifications/).click(),
    sign: 'Nothing has happened yet',
  },
  { name: 'menu', path: NOTIFICATIONS, open: (page) => button(page, /^Account/).click(), sign: 'Sign out' },
  {
    name: 'categories',
    path: NOTIFICATIONS,
    open: (page) => button(page, /^Filter by/).click(),
    sign: 'Show only',
  },
  {
    name: 'menu of a row',
    path: NOTIFICATIONS,
    open: async (page) => {
      await firstRow(page).hover();
      await button(page, /^More/).click();
    },
    sign: 'Fewer of this kind',
  },
  {
    name: 'snoozing',
    path: NOTIFICATIONS,
    open: async (page) => {
      await firstRow(page).focus();
      await page.keyboard.press('h');
    },
    sign: 'Another time…',
  },
  {
    name: 'several selected',
    path: NOTIFICATIONS,
    open: async (page) => {
      await firstRow(page).focus();
      await page.keyboard.press('x');
    },
    sign: '1 selected',
  },
  { name: 'help', path: NOTIFICATIONS, open: (page) => firstRow(page).press('?'), sign: 'On every page' },
  {
    name: 'help without single keys',
    path: '/preferences',
    open: async (page) => {
      await page.getByRole('switch', { name: 'Single-key shortcuts' }).uncheck();
      await button(page, 'Show all shortcuts').click();
    },
    sign: 'Single keys are switched off',
    close: (page) => page.evaluate(`localStorage.removeItem('carillon-single-keys')`),
  },
  { name: 'palette', path: NOTIFICATIONS, open: openPalette, sign: 'Sign out' },
  {
    name: 'palette with a word',
    path: NOTIFICATIONS,
    open: async (page) => {
      await openPalette(page);
      await page.keyboard.type('arch');
    },
    sign: 'Search notifications for “arch”',
  },
  {
    name: 'undo',
    path: NOTIFICATIONS,
    open: async (page) => {
      await firstRow(page).focus();
      await page.keyboard.press('e');
    },
    sign: 'Undo',
    close: async (page) => {
      const isBack = page.waitForResponse((answer) => isAskedFor('Undo', answer.request()));
      await button(page, 'Undo').click();
      await isBack;
    },
  },
  {
    name: 'arrival',
    path: '/applications',
    open: async (page) => {
      // What comes before the page follows the inbox does not ring.
      const isThere = () =>
        page
          .locator('.arrival-toast')
          .first()
          .waitFor({ timeout: 3_000 })
          .then(
            () => true,
            () => false,
          );
      await until(async () => (await ring(), await isThere()), { timeoutMs: 30_000 });
    },
    sign: 'It has rung',
  },
  {
    name: 'what could not be done',
    path: NOTIFICATIONS,
    network: onOperation('ArchiveNotifications', (route) => route.abort()),
    open: async (page) => {
      await firstRow(page).focus();
      await page.keyboard.press('e');
    },
    sign: 'Could not archive',
  },
];

export const statesOf = (known: Known): State[] => [
  ...OUTSIDE,
  ...lists(known),
  ...pages(known),
  ...layers(known),
];
