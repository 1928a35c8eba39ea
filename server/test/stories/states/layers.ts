import type { Page } from 'playwright-core';
import { button, firstRow, NOTIFICATIONS, QUESTION, type State } from './state.ts';

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
    scene: 'empty',
    open: openPanel,
    sign: 'Nothing has happened yet',
  },
  {
    name: 'panel, quiet',
    path: '/applications',
    title: 'Applications',
    scene: 'quiet',
    open: openPanel,
    sign: 'Do not disturb until',
  },
];

/** Above a list with a few rows, which is looked at without them elsewhere. */
const onList = (state: Omit<State, 'path' | 'title'>): State => ({
  scene: 'little',
  path: NOTIFICATIONS,
  title: 'Notifications',
  ...state,
});

const menus = [
  {
    name: 'menu',
    open: (page: Page) => button(page, /^Account/).click(),
    sign: 'Sign out',
  },
  {
    name: 'categories',
    scene: 'full',
    open: (page: Page) => button(page, 'Filter by category').click(),
    sign: 'Show only',
  },
  {
    name: 'menu of a row',
    open: async (page: Page) => {
      await firstRow(page).hover();
      await button(page, /^More/).click();
    },
    sign: 'Fewer of this kind',
  },
  {
    name: 'comment',
    open: (page: Page) => button(page, `Look at it together first: ${QUESTION}`).click(),
    sign: 'Comment on',
  },
].map(onList);

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

const byKeys = [
  { name: 'row in focus', open: (page: Page) => firstRow(page).focus(), sign: 'No. 3' },
  { name: 'snoozing', open: press('h'), sign: 'Another time…' },
  { name: 'snoozing until when', open: askForTime, sign: 'Snooze until another time' },
  { name: 'several selected', open: press('x'), sign: '1 selected' },
  { name: 'help', open: (page: Page) => firstRow(page).press('?'), sign: 'On every page' },
  { name: 'palette', open: openPalette, sign: 'Sign out' },
  { name: 'palette with a word', open: searchPalette, sign: 'Search notifications for “arch”' },
  { name: 'undo', open: press('e'), sign: 'Undo' },
  {
    name: 'what could not be done',
    scene: 'refusing',
    open: press('e'),
    sign: 'Could not archive',
  },
].map((state) => onList({ ...state, isByKeys: true }));

const passing: State[] = [
  {
    name: 'arrival',
    path: '/applications',
    title: 'Applications',
    open: async (page) => {
      await page.evaluate('stage.ring()');
      await page.locator('.arrival-toast').first().waitFor();
    },
    sign: 'It has rung',
  },
];

/** What opens above a page, asks, and passes by. */
export const layers: State[] = [...above, ...menus, ...byKeys, ...passing];
