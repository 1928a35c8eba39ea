import type { Page } from 'playwright-core';
import { button, type State } from './state.ts';

const signIn = (page: Page) => button(page, 'Sign in').click();

/** What stands before the door. */
export const outside: State[] = [
  { name: 'sign-in', path: '/', title: 'Sign in', reader: 'stranger', sign: 'Sign in to Carillon' },
  {
    name: 'sign-in, refused',
    path: '/',
    title: 'Sign in',
    reader: 'stranger',
    open: async (page) => {
      await page.getByLabel('E-mail').fill('nobody@example.com');
      await page.getByLabel('Password', { exact: true }).fill('wrong');
      await signIn(page);
    },
    sign: 'E-mail or password is not right',
  },
  {
    name: 'sign-in, left empty',
    path: '/',
    title: 'Sign in',
    reader: 'stranger',
    open: signIn,
    sign: 'Please enter your password',
  },
];
