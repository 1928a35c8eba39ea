// Opens the app without a network, where its reader has asked for that (a page says "carillon-keep"). A page comes from
// the server whenever that answers; only files whose names have a hash of their content are taken from here first.

const KEPT = 'carillon-app-';
const PAGE = '/index.html';
const PATIENCE = 5_000;
const SERVERS_OWN = /^\/(explorer|graphql|healthz|readyz|metrics|sign-in\/oidc)(\/|$)|\.[a-z0-9]+$/i;

self.addEventListener('message', (event) => {
  if (event.data?.type === 'carillon-keep') event.waitUntil(keep().catch(() => undefined));
});

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  if (mode === 'navigate' && !SERVERS_OWN.test(pathname)) event.respondWith(page(event.request));
  else if (pathname.startsWith('/assets/')) event.respondWith(file(event.request));
});

async function page(request) {
  const kept = await caches.match(PAGE, { ignoreVary: true });
  if (!kept) return fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([fetch(request).catch(() => undefined), late]);
  // What stands before the server says in its place that it is away.
  return answer && answer.status < 500 ? answer : kept;
}

async function file(request) {
  return (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);
}

/** All of the version that the server has now, or nothing of it. The version before goes. */
async function keep() {
  const { version, files } = await (await fresh('/offline-files.json')).json();
  const name = KEPT + version;
  const cache = await caches.open(name);
  try {
    if (!(await cache.match(PAGE, { ignoreVary: true }))) {
      await cache.addAll(files);
      const answer = await fresh(PAGE);
      const named = (await answer.clone().text()).match(/\/assets\/[\w.-]+/g) ?? [];
      if (!named.every((one) => files.includes(one))) throw new Error('Another version came meanwhile');
      // The last: where there is a page, there is all that it needs.
      await cache.put(PAGE, answer);
    }
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  for (const other of await caches.keys())
    if (other.startsWith(KEPT) && other !== name) await caches.delete(other);
}

async function fresh(path) {
  const answer = await fetch(path, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`No ${path}`);
  return answer;
}
