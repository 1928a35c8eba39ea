import { myDevice } from './my-device.ts';

const WORKER = '/push-worker.js';
/** The same, and it opens the app without a network: whoever does not want that has nothing between them and the server. */
const WORKER_OF_MY_DEVICE = `${WORKER}?offline`;

/** It is there from the first load, for pushes too; asking for permission to show some is another matter. */
export async function startWorker(): Promise<ServiceWorkerRegistration | undefined> {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return undefined;
  // Site data may be refused: then there is none, and all else works.
  return navigator.serviceWorker.register(myDevice() ? WORKER_OF_MY_DEVICE : WORKER).catch(() => undefined);
}

/** The app itself opens here without a network from now on, where the browser can do that. */
export async function keepApp(): Promise<void> {
  const registration = await startWorker();
  const worker = registration?.installing ?? registration?.waiting ?? registration?.active;
  worker?.postMessage({ type: 'carillon-keep' });
}
