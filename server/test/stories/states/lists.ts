import type { Page } from 'playwright-core';
import { NOTIFICATIONS, QUESTION, type State } from './state.ts';

const states: Omit<State, 'title'>[] = [
  { name: 'inbox', path: NOTIFICATIONS, sign: QUESTION },
  { name: 'every kind of row', path: NOTIFICATIONS, scene: 'rows', sign: 'Edited since' },
  { name: 'inbox, empty', path: NOTIFICATIONS, scene: 'empty', sign: 'Nothing has happened yet' },
  {
    name: 'inbox, loading',
    path: NOTIFICATIONS,
    scene: 'loading',
    open: (page: Page) => page.getByRole('status', { name: 'Loading' }).first().waitFor(),
    sign: 'Archived',
  },
  { name: 'inbox, failed', path: NOTIFICATIONS, scene: 'failing', sign: 'This did not load' },
  { name: 'inbox, offline', path: NOTIFICATIONS, scene: 'offline', sign: 'Offline' },
  { name: 'unread', path: `${NOTIFICATIONS}?show=unread`, sign: 'No. 1' },
  { name: 'read', path: `${NOTIFICATIONS}?show=read`, sign: 'No. 3' },
  { name: 'archived', path: `${NOTIFICATIONS}?show=archived`, sign: 'مرحبا بالعالم' },
  {
    name: 'archive, empty',
    path: `${NOTIFICATIONS}?show=archived`,
    scene: 'empty',
    sign: 'archive is empty',
  },
  { name: 'narrowed', path: `${NOTIFICATIONS}?subject=pull_request:7&severity=URGENT`, sign: QUESTION },
  {
    name: 'narrowed to nothing',
    path: `${NOTIFICATIONS}?category=none`,
    sign: 'Nothing that passes the filter',
  },
  { name: 'searched', path: `${NOTIFICATIONS}?search=merge`, sign: QUESTION },
  { name: 'searched in vain', path: `${NOTIFICATIONS}?search=xylophone`, sign: 'Nothing here matches' },
];

/** The list of notifications, as it may be narrowed, empty, on its way, or not to be had. */
export const lists: State[] = states.map((state) => ({ ...state, title: 'Notifications' }));
