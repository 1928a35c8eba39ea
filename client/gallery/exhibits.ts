import type { Scene } from './scenes.ts';

export type Exhibit = {
  name: string;
  scene: Scene;
  /** Of the page; on a host's page, which elements it has. */
  path: string;
  isOnHostPage?: boolean;
};

const LIST = '/notifications';

/** What hangs in the gallery, by the rooms. Menus, panels and dialogs open there as they do anywhere. */
export const rooms: { name: string; exhibits: Exhibit[] }[] = [
  {
    name: 'The inbox',
    exhibits: [
      { name: 'Some of everything', scene: 'full', path: LIST },
      { name: 'Every kind of row', scene: 'rows', path: LIST },
      { name: 'Empty', scene: 'empty', path: LIST },
      { name: 'Loading', scene: 'loading', path: LIST },
      { name: 'Failed', scene: 'failing', path: LIST },
      { name: 'Offline', scene: 'offline', path: LIST },
      { name: 'Archiving fails', scene: 'refusing', path: LIST },
      { name: 'Narrowed', scene: 'full', path: `${LIST}?subject=pull_request:7&severity=URGENT` },
      { name: 'Searched', scene: 'full', path: `${LIST}?search=merge` },
      { name: 'Archive', scene: 'full', path: `${LIST}?show=archived` },
    ],
  },
  {
    name: 'One notification',
    exhibits: [
      { name: 'That asks', scene: 'full', path: `${LIST}/question` },
      { name: 'That has grown', scene: 'full', path: `${LIST}/grown` },
      { name: 'Why it came', scene: 'full', path: `${LIST}/read#why` },
      { name: 'Not there', scene: 'full', path: `${LIST}/nobody` },
    ],
  },
  {
    name: 'The bell',
    exhibits: [
      { name: 'With unread ones', scene: 'full', path: '/applications' },
      { name: 'With nothing', scene: 'empty', path: '/applications' },
      { name: 'While quiet', scene: 'quiet', path: '/applications' },
    ],
  },
  {
    name: 'Preferences',
    exhibits: [
      { name: 'As they are at first', scene: 'full', path: '/preferences' },
      { name: 'Changed', scene: 'quiet', path: '/preferences' },
    ],
  },
  {
    name: 'Applications',
    exhibits: [
      { name: 'One to decide', scene: 'full', path: '/applications/viola' },
      { name: 'A new one', scene: 'author', path: '/applications/new' },
    ],
  },
  {
    name: 'On a page of a host',
    exhibits: [
      { name: 'The bell', scene: 'full', path: 'bell', isOnHostPage: true },
      { name: 'The inbox', scene: 'rows', path: 'bell inbox', isOnHostPage: true },
      { name: 'The inbox, empty', scene: 'empty', path: 'bell inbox', isOnHostPage: true },
      { name: 'The inbox, failed', scene: 'failing', path: 'bell inbox', isOnHostPage: true },
      { name: 'The preferences', scene: 'quiet', path: 'bell preferences', isOnHostPage: true },
    ],
  },
  {
    name: 'Instead of a page',
    exhibits: [
      { name: 'Signed out', scene: 'signed-out', path: '/' },
      { name: 'Server unreachable', scene: 'unreachable', path: '/' },
      { name: 'Broken', scene: 'nameless', path: LIST },
      { name: 'No such page', scene: 'full', path: '/nowhere' },
    ],
  },
];
