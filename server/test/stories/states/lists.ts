import type { Page } from 'playwright-core';
import { NOTIFICATIONS, onOperation, type Known, type State } from './state.ts';

/** The list of notifications, as it may be narrowed, empty, on its way, or not to be had. */
export const lists = ({ question }: Known): State[] =>
  [
    { name: 'inbox', path: NOTIFICATIONS, sign: question },
    {
      name: 'inbox, empty',
      path: NOTIFICATIONS,
      reader: 'newcomer' as const,
      sign: 'Nothing has happened yet',
    },
    {
      name: 'inbox, loading',
      path: NOTIFICATIONS,
      network: onOperation('Notifications', () => new Promise(() => undefined)),
      open: (page: Page) => page.getByRole('status', { name: 'Loading' }).first().waitFor(),
      sign: 'Archived',
    },
    {
      name: 'inbox, failed',
      path: NOTIFICATIONS,
      network: onOperation('Notifications', (route) => route.abort()),
      sign: 'This did not load',
    },
    { name: 'unread', path: `${NOTIFICATIONS}?show=unread`, sign: 'No. 1' },
    { name: 'read', path: `${NOTIFICATIONS}?show=read`, sign: 'No. 3' },
    { name: 'archived', path: `${NOTIFICATIONS}?show=archived`, sign: 'مرحبا بالعالم' },
    {
      name: 'archive, empty',
      path: `${NOTIFICATIONS}?show=archived`,
      reader: 'newcomer' as const,
      sign: 'archive is empty',
    },
    { name: 'narrowed', path: `${NOTIFICATIONS}?subject=pull_request:7&severity=URGENT`, sign: question },
    {
      name: 'narrowed to nothing',
      path: `${NOTIFICATIONS}?category=none`,
      sign: 'Nothing that passes the filter',
    },
    { name: 'searched', path: `${NOTIFICATIONS}?search=merge`, sign: question },
    { name: 'searched in vain', path: `${NOTIFICATIONS}?search=xylophone`, sign: 'Nothing here matches' },
  ].map((state) => ({ ...state, title: 'Notifications' }));
