import type { Page } from 'playwright-core';
import { button, type State } from './state.ts';

const signIn = (page: Page) => button(page, 'Sign in').click();

const refused = JSON.stringify({
  data: null,
  errors: [{ message: 'No', extensions: { code: 'UNAUTHENTICATED' } }],
});

const door = { path: '/sign-in', title: 'Sign in', scene: 'signed-out' } as const;

/** What stands before the door. */
export const outside: State[] = [
  { ...door, name: 'sign-in', sign: 'Sign in to Carillon' },
  {
    ...door,
    name: 'sign-in, refused',
    network: (page) =>
      page.route('**/graphql', (route) => route.fulfill({ contentType: 'application/json', body: refused })),
    open: async (page) => {
      await page.getByLabel('E-mail').fill('nobody@example.com');
      await page.getByLabel('Password', { exact: true }).fill('wrong');
      await signIn(page);
    },
    sign: 'E-mail or password is not right',
  },
  { ...door, name: 'sign-in, left empty', open: signIn, sign: 'Please enter your password' },
];
