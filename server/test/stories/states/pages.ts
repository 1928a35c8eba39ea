import type { Page } from 'playwright-core';
import { button, NOTIFICATIONS, QUESTION, type State } from './state.ts';

const openPreferences = async (page: Page) => {
  await button(page, /^Account/).click();
  await page.getByRole('menuitem', { name: 'Preferences' }).click();
};

const applications: State[] = [
  { name: 'applications', path: '/applications', title: 'Applications', sign: 'Viola' },
  {
    name: 'no applications',
    path: '/applications?status=rejected',
    title: 'Applications',
    sign: 'Nothing with this',
  },
  { name: 'application', path: '/applications/viola', title: 'Viola', sign: 'Your decision' },
  {
    name: 'new application',
    path: '/applications/new',
    title: 'New application',
    scene: 'author',
    sign: 'Who decides?',
  },
  {
    name: 'new application, left empty',
    path: '/applications/new',
    title: 'New application',
    scene: 'author',
    open: async (page) => {
      await button(page, 'Submit').click();
      await page.getByRole('combobox').click();
    },
    sign: 'Iris Lindqvist',
  },
];

const notifications: State[] = [
  { name: 'asking', scene: 'little', path: `${NOTIFICATIONS}/question`, title: QUESTION, sign: 'More about' },
  {
    name: 'grown',
    scene: 'little',
    path: `${NOTIFICATIONS}/grown`,
    title: 'Said of the post',
    sign: 'by Robin',
  },
  {
    name: 'read one',
    scene: 'little',
    path: `${NOTIFICATIONS}/read`,
    title: 'No. 3',
    sign: 'Mark as unread',
  },
  { name: 'why', scene: 'little', path: `${NOTIFICATIONS}/read#why`, title: 'No. 3', sign: 'E-mail:' },
];

const NO_APPLICATION = 'This application is not there';
const NO_NOTIFICATION = 'This notification is not there';

const notThere: State[] = [
  {
    name: 'no such page',
    path: '/nowhere',
    title: 'There is no such page',
    sign: 'There is no such page',
  },
  { name: 'no such application', path: '/applications/nobody', title: NO_APPLICATION, sign: NO_APPLICATION },
  {
    name: 'no such notification',
    scene: 'little',
    path: `${NOTIFICATIONS}/nobody`,
    title: NO_NOTIFICATION,
    sign: NO_NOTIFICATION,
  },
  {
    name: 'page not loaded',
    path: '/applications',
    title: 'This page could not be loaded',
    network: (page) => page.route('**/assets/preferences-*.js', (route) => route.abort()),
    open: openPreferences,
    sign: 'Carillon may have been updated',
    isAlone: true,
  },
  {
    name: 'unreachable',
    path: '/applications',
    title: 'Carillon',
    scene: 'unreachable',
    sign: 'The server cannot be reached',
  },
  {
    name: 'crash',
    path: NOTIFICATIONS,
    title: 'Something broke',
    scene: 'nameless',
    sign: 'Something broke',
  },
];

/** Every page, also what is seen instead of one. */
export const pages: State[] = [...applications, ...notifications, ...notThere];
