import type { Page } from 'playwright-core';
import { until } from '../../support/until.ts';
import { button, firstRow, isAskedFor, NOTIFICATIONS, onOperation, type Known, type State } from './state.ts';

const TITLE = 'Notifications';

const press = (key: string) => async (page: Page) => {
  await firstRow(page).focus();
  await page.keyboard.press(key);
};

const openPanel = (page: Page) => button(page, /^Notifications/).click();

const above: State[] = [
  { name: 'panel', path: '/applications', title: 'Applications', open: openPanel, sign: 'See all' },
  {
    name: 'panel, empty',
    path: '/applications',
    title: 'Applications',
    reader: 'newcomer',
    open: openPanel,
    sign: 'Nothing has happened yet',
  },
];

const menus = ({ question }: Known): State[] => [
  {
    name: 'menu',
    path: NOTIFICATIONS,
    title: TITLE,
    open: (page) => button(page, /^Account/).click(),
    sign: 'Sign out',
  },
  {
    name: 'categories',
    path: NOTIFICATIONS,
    title: TITLE,
    open: (page) => button(page, 'Filter by category').click(),
    sign: 'Show only',
  },
  {
    name: 'menu of a row',
    path: NOTIFICATIONS,
    title: TITLE,
    open: async (page) => {
      await firstRow(page).hover();
      await button(page, /^More/).click();
    },
    sign: 'Fewer of this kind',
  },
  {
    name: 'comment',
    path: NOTIFICATIONS,
    title: TITLE,
    open: (page) => button(page, `Look at it together first: ${question}`).click(),
    sign: 'Comment on',
  },
];

async function openPalette(page: Page): Promise<void> {
  await press('Control+k')(page);
  await page.getByRole('combobox', { name: 'Find a command or a page' }).waitFor();
}

async function searchPalette(page: Page): Promise<void> {
  await openPalette(page);
  await page.keyboard.type('arch');
}

async function askForTime(page: Page): Promise<void> {
  await press('h')(page);
  await page.getByRole('menuitem', { name: 'Another time…' }).click();
}

async function undo(page: Page): Promise<void> {
  const isBack = page.waitForResponse((answer) => isAskedFor('Undo', answer.request()));
  await button(page, 'Undo').click();
  await isBack;
}

const byKeys = (): State[] =>
  [
    { name: 'row in focus', open: (page: Page) => firstRow(page).focus(), sign: 'No. 3' },
    { name: 'snoozing', open: press('h'), sign: 'Another time…' },
    { name: 'snoozing until when', open: askForTime, sign: 'Snooze until another time' },
    { name: 'several selected', open: press('x'), sign: '1 selected' },
    { name: 'help', open: (page: Page) => firstRow(page).press('?'), sign: 'On every page' },
    { name: 'palette', open: openPalette, sign: 'Sign out' },
    { name: 'palette with a word', open: searchPalette, sign: 'Search notifications for “arch”' },
    { name: 'undo', open: press('e'), sign: 'Undo', close: undo },
    {
      name: 'what could not be done',
      network: onOperation('ArchiveNotifications', (route) => route.abort()),
      open: press('e'),
      sign: 'Could not archive',
    },
  ].map((state) => ({ ...state, path: NOTIFICATIONS, title: TITLE, isByKeys: true }));

const passing = ({ ring }: Known): State[] => [
  {
    name: 'arrival',
    path: '/applications',
    title: 'Applications',
    // What comes before the page follows the inbox does not ring.
    open: async (page) => {
      const toast = page.locator('.arrival-toast').first();
      const isThere = () =>
        toast.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => false,
        );
      await until(async () => (await ring(), await isThere()), { timeoutMs: 30_000 });
    },
    sign: 'It has rung',
  },
];

/** What opens above a page, asks, and passes by. */
export const layers = (known: Known): State[] => [...above, ...menus(known), ...byKeys(), ...passing(known)];
