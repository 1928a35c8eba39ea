import type { Page } from 'playwright-core';

/** One page of the web client, in one state, as its reader comes to it. */
export interface State {
  name: string;
  /** Who is there, and what they have; left out: some of everything. */
  scene?: string;
  /** Of the page; on a page of a host: which of our elements stand there. */
  path: string;
  /** What it is shown on; left out: our own pages, in English. */
  stage?: string;
  /** What the tab is called, but for the name of the product. */
  title: string;
  /** What is in the way of the network. */
  network?: (page: Page) => Promise<unknown>;
  /** What is done once the page is there. */
  open?: (page: Page) => Promise<unknown>;
  /** A text that it has. */
  sign: string;
  /** A finger has no keys to get there. */
  isByKeys?: boolean;
  /** It must be the first that is shown since the browser came to the page, and leaves marks there. */
  isAlone?: boolean;
}

export const NOTIFICATIONS = '/notifications';

/** What asks something, is urgent, has an actor and is about something. */
export const QUESTION = 'Merge what was changed';

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

export const firstRow = (page: Page) => page.getByRole('article').first();
