import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Subscribed } from '../../local/mail/subscribed.ts';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { dataOf, markRead, send } from '../support/acts.ts';
import {
  axeProblems,
  lookAway,
  lookBack,
  openBrowser,
  overflows,
  screenshot,
  signInAs,
  type Person,
} from '../support/browser/browser.ts';
import { bringForward } from '../support/email/emails.ts';
import { endpointsOf, PushStage, untilPush } from '../support/push/push-service.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { candidate } from '../support/token.ts';
import { until } from '../support/until.ts';

type Input = Subscribed['input'];

const reader = { token: candidate('candidate') };

let stage: PushStage;
let server: TestServer;
let browser: Browser;
let person: Person;
let page: Page;
let device: Subscribed;

beforeAll(async () => {
  stage = await PushStage.open();
  server = await startServer({ DEMO: 'true', ...stage.settings });
  browser = await openBrowser();
  device = stage.browser();
  person = await signInAs(browser, server.url, { account: 'candidate' });
  await person.context.grantPermissions(['notifications'], { origin: server.url });
  // A browser without an account has no push service to subscribe to: only that is another one here.
  await person.context.addInitScript(FAKE_SUBSCRIPTION, { first: device.input, held: HELD, next: NEXT });
  page = person.page;
  await page.goto(`${server.url}/preferences`);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await stage?.down();
});

const HELD = 'test-subscribed';
const NEXT = 'test-next';

const FAKE_SUBSCRIPTION = ({ first, held, next }: { first: Input; held: string; next: string }) => {
  const fake = ({ endpoint, p256dh, auth }: Input) => ({
    endpoint,
    options: {},
    toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
    unsubscribe: () => Promise.resolve(localStorage.removeItem(held)).then(() => true),
  });
  const known = async () => {
    const written = localStorage.getItem(held);
    return written && fake(JSON.parse(written) as Input);
  };
  const begin = () => {
    localStorage.setItem(held, localStorage.getItem(next) ?? JSON.stringify(first));
    return known();
  };
  const { PushManager } = globalThis as unknown as { PushManager: { prototype: object } };
  Object.assign(PushManager.prototype, { getSubscription: known, subscribe: begin });
};

const keep = (key: string, { input }: Subscribed) =>
  page.evaluate(`localStorage.setItem('${key}', ${JSON.stringify(JSON.stringify(input))})`);

/** The server was told of it. */
const untilTold = ({ endpoint }: Subscribed) =>
  until(async () => (await page.evaluate('localStorage.getItem("carillon-push-endpoint")')) === endpoint);

/** Hands the worker what the push service would have brought. */
async function deliver(session: CDPSession, data: string): Promise<void> {
  const registered = new Promise<string>((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [found] = registrations;
      if (found) resolve(found.registrationId);
    }),
  );
  await session.send('ServiceWorker.enable');
  const registrationId = await registered;
  await session.send('ServiceWorker.deliverPushMessage', { origin: server.url, registrationId, data });
}

interface Shown {
  title: string;
  body?: string;
  tag?: string;
}

// A headless Chromium has no place for notifications and badges: what the worker would show is written down here.
const RECORD = `
  self.shown ??= [];
  Object.defineProperty(self.navigator, 'setAppBadge', {
    configurable: true,
    value: (count) => Promise.resolve(self.badge = count),
  });
  ServiceWorkerRegistration.prototype.showNotification = (title, options) => {
    self.shown = [...self.shown.filter(({ tag }) => !tag || tag !== options.tag), { title, ...options, close() {} }];
    return Promise.resolve();
  };`;
const worker = async () => {
  const found = await until(() => person.context.serviceWorkers()[0]);
  await found.evaluate(RECORD);
  return found;
};
const shown = async () =>
  await (
    await worker()
  ).evaluate<Shown[]>(`self.shown.map(({ title, body, tag }) => ({ title, body, tag }))`);

test('a reader switches pushes on, and is told when nobody looks', async () => {
  await page.getByRole('button', { name: 'Turn on in this browser' }).click();
  await page.getByRole('button', { name: 'Turn off in this browser' }).waitFor();
  expect(await endpointsOf(server, reader)).toHaveLength(1);
  await page.getByRole('switch', { name: 'Push for General' }).waitFor();
  expect(await overflows(page)).toBe(false);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('heading', { name: 'Push' }).scrollIntoViewIfNeeded();
  await screenshot(page, 'pushing-light');
  await page.setViewportSize({ width: 320, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await overflows(page)).toBe(false);
  expect(await axeProblems(page)).toEqual([]);
  await screenshot(page, 'pushing-dark-320');

  const seen = await send(server, 'candidate', { title: 'Seen at once' });
  await page.locator('.arrival-toast').waitFor();
  await bringForward(server, 'candidate');
  await untilPush(server, reader, seen, { status: 'SKIPPED', reason: 'SHOWN' });

  await lookAway(page);
  const id = await send(server, 'candidate', { title: 'Room changed', message: 'It is 4.2 now.' });
  await bringForward(server, 'candidate');
  await untilPush(server, reader, id, { status: 'SENT' });
  const payload = device.decrypted(stage.to(device).at(-1)!);
  payload.notification['navigate'] = `${server.url}/notifications/${id}`; // PUBLIC_URL is elsewhere
  await worker();
  await deliver(await person.context.newCDPSession(page), JSON.stringify(payload));
  await until(async () => (await shown()).length === 1);
  expect(await shown()).toEqual([{ title: 'Room changed', body: 'It is 4.2 now.', tag: id }]);
  expect(await (await worker()).evaluate('self.badge')).toBe(payload.app_badge);

  await (
    await worker()
  ).evaluate(`self.dispatchEvent(Object.assign(
    new ExtendableEvent('notificationclick'), { action: '', notification: self.shown[0] }))`);
  await page.waitForURL(`**/notifications/${id}`);
  await lookBack(page);
}, 60_000);

test('what was read anywhere is shown no more', async () => {
  const id = await send(server, 'candidate', { title: 'Read elsewhere' });
  await showHere(id, 'another');
  await markRead(server, reader.token, id);
  await until(async () => (await page.evaluate<string[]>('window.closedTags')).length > 0);
  expect(await page.evaluate('window.closedTags')).toEqual([id]);
});

test.each([
  ['what is no JSON', 'not JSON at all', 'Carillon'],
  ['nothing', '', 'Carillon'],
  ['what names no title', '{"notification":{"navigate":"https://evil.example/"}}', 'Carillon'],
  [
    'names that every object has',
    '{"notification":{"title":"constructor","tag":"__proto__"}}',
    'constructor',
  ],
])('%s is shown as something, and leads nowhere else', async (_what, data, title) => {
  const before = (await shown()).length;
  await deliver(await person.context.newCDPSession(page), data);
  await until(async () => (await shown()).length === before + 1);
  expect((await shown()).at(-1)!.title).toBe(title);
  await (
    await worker()
  ).evaluate(`self.dispatchEvent(Object.assign(
    new ExtendableEvent('notificationclick'), { action: 'constructor', notification: self.shown.at(-1) }))`);
  await page.waitForURL(`${server.url}/notifications`);
});

/** The push service has given the browser another address, or none. @param change a script: what the event has */
const tellWorker = async (change: string) =>
  await (
    await worker()
  ).evaluate(`self.dispatchEvent(Object.assign(new ExtendableEvent('pushsubscriptionchange'), ${change}))`);

test('where the browser gets another address, pushes go there and nowhere else', async () => {
  const [bySelf, byWorker, byPage] = [stage.browser(), stage.browser(), stage.browser()];
  await keep(HELD, bySelf);
  await tellWorker('{ oldSubscription: {}, newSubscription: {} }');
  await untilTold(bySelf);

  await keep(HELD, byWorker);
  await (
    await worker()
  ).evaluate('PushManager.prototype.subscribe = async (options) => void (self.subscribedWith = options)');
  await tellWorker('{ oldSubscription: { options: { userVisibleOnly: true } }, newSubscription: null }');
  await untilTold(byWorker);
  expect(await (await worker()).evaluate('self.subscribedWith')).toEqual({ userVisibleOnly: true });

  await keep(NEXT, byPage);
  await page.evaluate(`localStorage.removeItem('${HELD}')`);
  await tellWorker('{ oldSubscription: null, newSubscription: null }');
  await untilTold(byPage);

  expect(await endpointsOf(server, reader)).toHaveLength(1);
  const before = stage.taken.length;
  await lookAway(page);
  const id = await send(server, 'candidate', { title: 'To the newest' });
  await bringForward(server, 'candidate');
  await untilPush(server, reader, id, { status: 'SENT', detail: 'Taken by 1 of 1' });
  expect(stage.to(byPage)).toHaveLength(1);
  expect(stage.taken).toHaveLength(before + 1);
  await lookBack(page);
}, 60_000);

test('what is taken away on another device is not there again when the page is loaded anew', async () => {
  const [here] = await endpointsOf(server, reader);
  await dataOf(
    server.ask(
      'mutation ($id: ID!) { removePushEndpoint(id: $id) { preferences { id } } }',
      { id: here!.id },
      reader.token,
    ),
  );
  await page.goto(`${server.url}/preferences`);
  await until(async () => (await page.evaluate(`localStorage.getItem('${HELD}')`)) === null);
  await page.getByRole('button', { name: 'Turn on in this browser' }).click();
  await page.getByRole('button', { name: 'Turn off in this browser' }).waitFor();
  expect(await endpointsOf(server, reader)).toHaveLength(1);
}, 60_000);

test('who signs in again where their session has ended is pushed as before', async () => {
  await person.context.clearCookies();
  await page.reload();
  await page.getByLabel('E-mail').fill('candidate@example.com');
  await page.getByLabel('Password', { exact: true }).fill('carillon');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Turn off in this browser' }).waitFor();
  expect(await endpointsOf(server, reader)).toHaveLength(1);
}, 60_000);

const showHere = (...tags: string[]) =>
  page.evaluate(`
    window.closedTags = [];
    const notification = (tag) => ({ tag, close: () => window.closedTags.push(tag) });
    ServiceWorkerRegistration.prototype.getNotifications = () =>
      Promise.resolve(${JSON.stringify(tags)}.map(notification));`);

test('who signs out is told nothing there any more', async () => {
  await showHere('one', 'another');
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByLabel('Password', { exact: true }).waitFor();
  await until(async () => (await endpointsOf(server, reader)).length === 0);
  expect(await page.evaluate(`localStorage.getItem('${HELD}')`)).toBeNull();
  expect(await page.evaluate('window.closedTags')).toEqual(['one', 'another']);
});
