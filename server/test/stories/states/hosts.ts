import type { Page } from 'playwright-core';
import { QUESTION, type State } from './state.ts';

const openPanel = (page: Page) => page.getByRole('button', { name: /^Notifications/ }).click();

const states: Omit<State, 'title'>[] = [
  { name: 'a bell on a page of a host', path: 'bell', scene: 'little', open: openPanel, sign: 'No. 3' },
  { name: 'an inbox on a page of a host', path: 'bell inbox', scene: 'rows', sign: 'Edited since' },
  {
    name: 'from right to left on a page of a host',
    stage: 'hosts/index.html?language=ar',
    path: 'bell inbox',
    sign: QUESTION,
  },
  {
    name: 'preferences on a page of a host',
    path: 'bell preferences',
    scene: 'quiet',
    sign: 'Each day its own',
  },
];

/** What stands in shadow roots on pages of others. */
export const hosts: State[] = states.map((state) => ({
  stage: 'hosts/index.html',
  ...state,
  title: 'A page of a host',
}));
