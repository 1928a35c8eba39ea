import type { Page, Request, Route } from 'playwright-core';

/** One page of the web client, in one state, as its reader comes to it. */
export interface State {
  name: string;
  path: string;
  /** What the tab is called, but for the name of the product. */
  title: string;
  /** Of whoever has no inbox worth speaking of, or writes applications; left out: of the one that has everything. */
  reader?: 'stranger' | 'newcomer' | 'author';
  /** What is in the way of the network. */
  network?: (page: Page) => Promise<unknown>;
  /** What is done once the page is there. */
  open?: (page: Page) => Promise<unknown>;
  /** A text that it has. */
  sign: string;
  /** Leaves everything as it was. */
  close?: (page: Page) => Promise<unknown>;
  /** A finger has no keys to get there. */
  isByKeys?: boolean;
}

/** What the lists of states speak of. */
export interface Known {
  /** That asks something, is urgent, has an actor and is about something. */
  questionId: string;
  question: string;
  /** That has grown, and one that is read. */
  grownId: string;
  readId: string;
  applicationId: string;
  ring: () => Promise<unknown>;
  /** What the reader does elsewhere: a mutation. */
  act: (operation: string) => Promise<unknown>;
}

export const NOTIFICATIONS = '/notifications';

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

export const firstRow = (page: Page) => page.getByRole('article').first();

export const isAskedFor = (name: string, request: Request) =>
  (request.postData() ?? '').includes(`"operationName":"${name}"`);

/** Those with this operation. */
export const onOperation = (name: string, handle: (route: Route) => Promise<void>) => async (page: Page) => {
  await page.route('**/graphql', (route) =>
    isAskedFor(name, route.request()) ? handle(route) : route.fallback(),
  );
};
