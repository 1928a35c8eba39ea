/**
 * Asks the browser, and subscribes it; call it from a click only. @param key the server's
 * @throws whatever keeps the browser from it: a "no" of the reader, or a push service that cannot be reached
 */
export async function subscribe(key: string): Promise<PushSubscription> {
  const registration = await navigator.serviceWorker.ready;
  const known = await registration.pushManager.getSubscription();
  if (known && keyOf(known) !== key) await known.unsubscribe();
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

/** As the server takes it. */
export function endpointOf(subscribed: PushSubscription): { endpoint: string; p256dh: string; auth: string } {
  const { endpoint, keys } = subscribed.toJSON();
  return { endpoint: endpoint!, p256dh: keys!['p256dh']!, auth: keys!['auth']! };
}

function keyOf({ options }: PushSubscription): string | undefined {
  const key = options.applicationServerKey;
  if (!key) return undefined;
  const text = btoa(String.fromCharCode(...new Uint8Array(key)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
