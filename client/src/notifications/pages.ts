import { createContext } from 'react';
import { preferencesPath } from '../../../server/src/platform/text/places.ts';
import type { Subject } from '../inbox/subjects/subject.ts';
import { pathAbout } from './list/list-address.ts';
import { pathOf } from './notification-target.ts';

/** The pages that notifications lead to besides what they are about; null where there is none. */
export type Pages = {
  /** The list of all of them. */
  inbox: string | null;
  preferences: string | null;
  /** Where a category is chosen; it has a name. */
  category: ((category: string) => string) | null;
  /** The list of what is about one thing. */
  about: ((subject: Subject) => string) | null;
  /** The page of one of them, by its id. */
  notification: ((id: string) => string) | null;
};

/** Our own; a host has its own, or none. */
export const PagesContext = createContext<Pages>({
  inbox: '/notifications',
  preferences: '/preferences',
  category: preferencesPath,
  about: pathAbout,
  notification: pathOf,
});
