import type { Page, Route } from 'playwright-core';
import { button, NOTIFICATIONS, type Known, type State } from './state.ts';

/** A name that is none, which nobody expects. */
async function withoutNames(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = (await response.text()).replaceAll(/"name":"[^"]*"/g, '"name":null');
  await route.fulfill({ response, body });
}

const openPreferences = async (page: Page) => {
  await button(page, /^Account/).click();
  await page.getByRole('menuitem', { name: 'Preferences' }).click();
};

const applications = ({ applicationId }: Known): State[] => [
  { name: 'applications', path: '/applications', title: 'Applications', sign: 'Viola' },
  {
    name: 'no applications',
    path: '/applications?status=rejected',
    title: 'Applications',
    sign: 'Nothing with this',
  },
  { name: 'application', path: `/applications/${applicationId}`, title: 'Viola', sign: 'Your decision' },
  {
    name: 'new application',
    path: '/applications/new',
    title: 'New application',
    reader: 'author',
    sign: 'Who decides?',
  },
  {
    name: 'new application, left empty',
    path: '/applications/new',
    title: 'New application',
    reader: 'author',
    open: async (page) => {
      await button(page, 'Submit').click();
      await page.getByRole('combobox').click();
    },
    sign: 'Iris Lindqvist',
  },
];

const notifications = ({ questionId, question, grownId, readId }: Known): State[] => [
  { name: 'asking', path: `${NOTIFICATIONS}/${questionId}`, title: question, sign: 'More about' },
  { name: 'grown', path: `${NOTIFICATIONS}/${grownId}`, title: 'Said of the post', sign: 'by Robin' },
  { name: 'read one', path: `${NOTIFICATIONS}/${readId}`, title: 'No. 3', sign: 'Mark as unread' },
  { name: 'why', path: `${NOTIFICATIONS}/${readId}#why`, title: 'No. 3', sign: 'E-mail:' },
];

const NO_APPLICATION = 'This application is not there';
const NO_NOTIFICATION = 'This notification is not there';

const notThere = ({ applicationId }: Known): State[] => [
  {
    name: 'no such page',
    path: '/nowhere',
    title: 'There is no such page',
    sign: 'There is no such page',
  },
  { name: 'no such application', path: '/applications/nobody', title: NO_APPLICATION, sign: NO_APPLICATION },
  {
    name: 'no such notification',
    path: `${NOTIFICATIONS}/${applicationId}`,
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
  },
  {
    name: 'unreachable',
    path: '/applications',
    title: 'Carillon',
    network: (page) => page.route('**/graphql', (route) => route.abort()),
    sign: 'The server cannot be reached',
  },
  {
    name: 'crash',
    path: NOTIFICATIONS,
    title: 'Something broke',
    network: (page) => page.route('**/graphql', withoutNames),
    sign: 'Something broke',
  },
];

/** Every page, also what is seen instead of one. */
export const pages = (known: Known): State[] => [
  ...applications(known),
  ...notifications(known),
  ...notThere(known),
];
