import { inBrowser } from './kept.ts';

/** Whose pushes come to this browser: the id of the preferences of who switched them on here. */
const OWNER = 'carillon-push-owner';
/** What the server was told of: the push service may give the browser another one. */
const TOLD = 'carillon-push-endpoint';

export const isPushSupported = (): boolean =>
  window.isSecureContext &&
  'serviceWorker' in navigator &&
  'PushManager' in window &&
  typeof Notification !== 'undefined';

/** What the browser is subscribed to, if it is. */
export async function subscription(): Promise<PushSubscription | null> {
  if (!isPushSupported()) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Nothing comes here any more, whoever is signed in, and what came is shown no more. */
export async function unsubscribe(): Promise<void> {
  setPushOwner(null);
  if (isPushSupported()) await closeShown(() => true).catch(() => undefined);
  await (await subscription().catch(() => null))?.unsubscribe().catch(() => false);
}

export const pushOwner = (): string | null => inBrowser.read(OWNER);

export function setPushOwner(owner: string | null): void {
  if (owner === null) {
    inBrowser.remove(OWNER);
    inBrowser.remove(TOLD);
  } else inBrowser.write(OWNER, owner);
}

export const toldEndpoint = (): string | null => inBrowser.read(TOLD);

export const setToldEndpoint = (endpoint: string): void => inBrowser.write(TOLD, endpoint);

/** Another session begins: it has to tell the server itself. */
export const forgetToldEndpoint = (): void => inBrowser.remove(TOLD);

/** What was read anywhere is shown no more, where a push had shown it; nothing is unread: nothing of it is. */
export async function closePushed(ids: readonly string[], unread: number | undefined): Promise<void> {
  if (pushOwner() === null) return;
  await closeShown((id) => unread === 0 || ids.includes(id));
}

async function closeShown(isOver: (id: string) => boolean): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const shown = (await registration?.getNotifications()) ?? [];
  for (const notification of shown) if (isOver(notification.tag)) notification.close();
}

/** A push was clicked: it wants to be shown there. @returns what ends it */
export function onPushOpened(open: (path: string) => void): () => void {
  return onWorker('carillon-open', ({ place = '' }) => {
    if (!URL.canParse(place)) return;
    const { origin, pathname, search, hash } = new URL(place);
    if (origin === window.location.origin) open(pathname + search + hash);
  });
}

/** The browser has another subscription than before. @returns what ends it */
export const onPushRenewed = (tell: () => void): (() => void) => onWorker('carillon-push-renewed', tell);

type Told = { type?: string; place?: string };

/** Calls back whenever the worker tells this. @returns what ends it */
function onWorker(type: string, hear: (told: Told) => void): () => void {
  if (!isPushSupported()) return () => undefined;
  const onMessage = ({ data }: MessageEvent<Told | null>) => {
    if (data?.type === type) hear(data);
  };
  navigator.serviceWorker.addEventListener('message', onMessage);
  return () => navigator.serviceWorker.removeEventListener('message', onMessage);
}
