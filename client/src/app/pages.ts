import { matchPath } from 'react-router';
import { lazyPart } from '../ui/page/lazy-part.ts';
import { withWords } from '../words/load.ts';

export const ApplicationsPage = lazyPart(() =>
  withWords('applications', import('../applications/applications-page.tsx')).then(
    (module) => module.ApplicationsPage,
  ),
);
export const NewApplicationPage = lazyPart(() =>
  withWords('applications', import('../applications/new-application-page.tsx')).then(
    (module) => module.NewApplicationPage,
  ),
);
export const ApplicationPage = lazyPart(() =>
  withWords('applications', import('../applications/application-page.tsx')).then(
    (module) => module.ApplicationPage,
  ),
);
export const NotificationsPage = lazyPart(() =>
  import('../notifications/page/notifications-page.tsx').then((module) => module.NotificationsPage),
);
export const NotificationPage = lazyPart(() =>
  withWords('why', import('../notifications/page/notification-page.tsx')).then(
    (module) => module.NotificationPage,
  ),
);
export const Preferences = lazyPart(() =>
  withWords('preferences', import('./preferences.tsx')).then((module) => module.Preferences),
);

/** No page waits for it. */
export const LiveChanges = lazyPart(() => import('./live-changes.tsx').then((module) => module.LiveChanges));

const PLACES: [path: string, page: { preload: () => void }][] = [
  ['/applications', ApplicationsPage],
  ['/applications/new', NewApplicationPage],
  ['/applications/:id', ApplicationPage],
  ['/notifications', NotificationsPage],
  ['/notifications/:id', NotificationPage],
  ['/preferences', Preferences],
];

/** Fetches what a signed-in reader will see at this path. */
export function preloadPage(pathname: string): void {
  const known = PLACES.find(([path]) => matchPath(path, pathname));
  (known?.[1] ?? ApplicationsPage).preload();
}
