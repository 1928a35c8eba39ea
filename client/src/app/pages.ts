import { matchPath } from 'react-router';
import { lazyPage } from './lazy-page.tsx';

export const ApplicationsPage = lazyPage(() =>
  import('../applications/applications-page.tsx').then((module) => module.ApplicationsPage),
);
export const NewApplicationPage = lazyPage(() =>
  import('../applications/new-application-page.tsx').then((module) => module.NewApplicationPage),
);
export const ApplicationPage = lazyPage(() =>
  import('../applications/application-page.tsx').then((module) => module.ApplicationPage),
);
export const NotificationsPage = lazyPage(() =>
  import('../notifications/notifications-page.tsx').then((module) => module.NotificationsPage),
);
export const NotificationPage = lazyPage(() =>
  import('../notifications/notification-page.tsx').then((module) => module.NotificationPage),
);
export const PreferencesPage = lazyPage(() =>
  import('../preferences/preferences-page.tsx').then((module) => module.PreferencesPage),
);

const PLACES: [path: string, page: { preload: () => void }][] = [
  ['/applications', ApplicationsPage],
  ['/applications/new', NewApplicationPage],
  ['/applications/:id', ApplicationPage],
  ['/notifications', NotificationsPage],
  ['/notifications/:id', NotificationPage],
  ['/preferences', PreferencesPage],
];

/** Fetches what a signed-in reader will see at this path. */
export function preloadPage(pathname: string): void {
  const known = PLACES.find(([path]) => matchPath(path, pathname));
  (known?.[1] ?? ApplicationsPage).preload();
}
