// Shows pushes when no page is open, and leads to what they are about. What it is sent has the form of Declarative Web
// Push, which Safari shows without asking us. A page has one worker: where its reader has said that the device is theirs,
// it opens the app without a network too. Else it keeps and fetches nothing: pages come from the server as without it.

if (self.location.search === '?offline') self.importScripts('/offline-pages.js');

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => event.waitUntil(show(read(event.data))));

self.addEventListener('notificationclick', (event) => {
  const { action, notification } = event;
  notification.close();
  const { navigate, actions = {} } = notification.data ?? {};
  event.waitUntil(open(Object.hasOwn(actions, action) ? actions[action] : navigate));
});

// The push service gave the browser another address. Only a page has a session to tell the server: one that is open does it
// now, else the next one does. What the browser did not subscribe anew by itself is subscribed as it was.
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));

async function renew({ oldSubscription, newSubscription }) {
  if (!newSubscription && oldSubscription) {
    await self.registration.pushManager.subscribe(oldSubscription.options).catch(() => undefined);
  }
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const page of pages) page.postMessage({ type: 'carillon-push-renewed' });
}

/** A push that shows nothing costs the permission to send any, so whatever it says it is shown. */
function read(data) {
  try {
    return data.json();
  } catch {
    return {};
  }
}

async function show({ notification = {}, app_badge: badge }) {
  const { title = 'Carillon', navigate, actions = [], ...options } = notification;
  await self.registration.showNotification(title, {
    ...options,
    icon: '/icon-192.png',
    // What takes the place of another one of its tag is news as well.
    renotify: Boolean(options.tag),
    actions: actions.map(({ action, title }) => ({ action, title })),
    data: {
      navigate,
      actions: Object.fromEntries(actions.map(({ action, navigate }) => [action, navigate])),
    },
  });
  if (Number.isInteger(badge)) await self.navigator.setAppBadge?.(badge).catch(() => undefined);
}

/** In a page that is open, if there is one. */
async function open(address) {
  const { origin } = self.location;
  const url = address && URL.canParse(address, origin) ? new URL(address, origin) : undefined;
  const place = url?.origin === origin ? url.href : `${origin}/notifications`;
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find(({ focused }) => focused) ?? pages[0];
  if (!page) return self.clients.openWindow(place);
  page.postMessage({ type: 'carillon-open', place });
  return page.focus();
}
